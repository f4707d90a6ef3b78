import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/colleagues.ts'

export const colleagueWords = defineWords(chinese, () => import('./en/colleagues.ts'))
export type ColleagueWords = Translation<typeof chinese>
