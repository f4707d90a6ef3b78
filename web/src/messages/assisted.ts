import { defineWords } from './words.ts'
import chinese from './zh-CN/assisted.ts'

export const assistedWords = defineWords(chinese, () => import('./en/assisted.ts'))
