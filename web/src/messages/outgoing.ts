import { defineWords } from './words.ts'
import chinese from './zh-CN/outgoing.ts'

export const outgoingWords = defineWords(chinese, () => import('./en/outgoing.ts'))
