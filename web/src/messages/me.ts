import { defineWords } from './words.ts'
import chinese from './zh-CN/me.ts'

export const meWords = defineWords(chinese, () => import('./en/me.ts'))
