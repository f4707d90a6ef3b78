import { defineWords } from './words.ts'
import chinese from './zh-CN/members.ts'

export const memberWords = defineWords(chinese, () => import('./en/members.ts'))
