import { defineWords } from './words.ts'
import chinese from './zh-CN/posts.ts'

export const postWords = defineWords(chinese, () => import('./en/posts.ts'))
