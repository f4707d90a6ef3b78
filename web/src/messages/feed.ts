import { defineWords } from './words.ts'
import chinese from './zh-CN/feed.ts'

export const feedWords = defineWords(chinese, () => import('./en/feed.ts'))
