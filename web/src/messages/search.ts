import { defineWords } from './words.ts'
import chinese from './zh-CN/search.ts'

export const searchWords = defineWords(chinese, () => import('./en/search.ts'))
