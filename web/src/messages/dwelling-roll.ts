import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/dwelling-roll.ts'

export const rollWords = defineWords(chinese, () => import('./en/dwelling-roll.ts'))
export type RollWords = Translation<typeof chinese>
