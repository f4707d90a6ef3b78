import { defineWords } from './words.ts'
import chinese from './zh-CN/merging.ts'

export const mergingWords = defineWords(chinese, () => import('./en/merging.ts'))
