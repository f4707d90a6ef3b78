import { defineWords } from './words.ts'
import chinese from './zh-CN/board-desk.ts'

export const boardDeskWords = defineWords(chinese, () => import('./en/board-desk.ts'))
