import { defineWords } from './words.ts'
import chinese from './zh-CN/bulk.ts'

export const bulkWords = defineWords(chinese, () => import('./en/bulk.ts'))
