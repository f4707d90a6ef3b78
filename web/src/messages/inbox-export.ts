import { defineWords } from './words.ts'
import chinese from './zh-CN/inbox-export.ts'

export const inboxExportWords = defineWords(chinese, () => import('./en/inbox-export.ts'))
