import { defineWords } from './words.ts'
import chinese from './zh-CN/publish.ts'

export const publishWords = defineWords(chinese, () => import('./en/publish.ts'))
