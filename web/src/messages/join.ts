import { defineWords } from './words.ts'
import chinese from './zh-CN/join.ts'

export const joinWords = defineWords(chinese, () => import('./en/join.ts'))
