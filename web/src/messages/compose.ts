import { defineWords } from './words.ts'
import chinese from './zh-CN/compose.ts'

export const composeWords = defineWords(chinese, () => import('./en/compose.ts'))
