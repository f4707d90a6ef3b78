import { defineWords } from './words.ts'
import chinese from './zh-CN/inbox-views.ts'

export const inboxViewWords = defineWords(chinese, () => import('./en/inbox-views.ts'))
