import { defineWords } from './words.ts'
import chinese from './zh-CN/officers-inbox.ts'

export const officersInboxWords = defineWords(chinese, () => import('./en/officers-inbox.ts'))
