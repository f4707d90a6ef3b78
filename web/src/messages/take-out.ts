import { defineWords } from './words.ts'
import chinese from './zh-CN/take-out.ts'

export const takeOutWords = defineWords(chinese, () => import('./en/take-out.ts'))
