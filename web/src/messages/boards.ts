import { defineWords } from './words.ts'
import chinese from './zh-CN/boards.ts'

export const boardWords = defineWords(chinese, () => import('./en/boards.ts'))
