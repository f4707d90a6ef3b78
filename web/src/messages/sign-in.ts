import { defineWords } from './words.ts'
import chinese from './zh-CN/sign-in.ts'

export const signInWords = defineWords(chinese, () => import('./en/sign-in.ts'))
