import { defineWords } from './words.ts'
import chinese from './zh-CN/offices.ts'

export const officeWords = defineWords(chinese, () => import('./en/offices.ts'))
