import { defineWords } from './words.ts'
import chinese from './zh-CN/leaving.ts'

export const leavingWords = defineWords(chinese, () => import('./en/leaving.ts'))
