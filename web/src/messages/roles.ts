import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/roles.ts'

export const roleWords = defineWords(chinese, () => import('./en/roles.ts'))
export type RoleWords = Translation<typeof chinese>
