import { defineWords } from './words.ts'
import chinese from './zh-CN/mentions.ts'

export const mentionWords = defineWords(chinese, () => import('./en/mentions.ts'))
