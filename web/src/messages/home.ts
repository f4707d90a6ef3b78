import { defineWords } from './words.ts'
import chinese from './zh-CN/home.ts'

export const homeWords = defineWords(chinese, () => import('./en/home.ts'))
