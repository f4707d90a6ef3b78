import { defineWords } from './words.ts'
import chinese from './zh-CN/seen.ts'

export const seenWords = defineWords(chinese, () => import('./en/seen.ts'))
