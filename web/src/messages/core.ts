import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/core.ts'

export const coreWords = defineWords(chinese, () => import('./en/core.ts'))
export type CoreWords = Translation<typeof chinese>
export type TimeWords = CoreWords['time']
