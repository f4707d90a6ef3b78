import { defineWords } from './words.ts'
import chinese from './zh-CN/demo.ts'

export const demoWords = defineWords(chinese, () => import('./en/demo.ts'))
