import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/problems.ts'

export const problemWords = defineWords(chinese, () => import('./en/problems.ts'))
export type ProblemWords = Translation<typeof chinese>
