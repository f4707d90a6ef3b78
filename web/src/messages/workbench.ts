import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/workbench.ts'

export const workbenchWords = defineWords(chinese, () => import('./en/workbench.ts'))
export type WorkbenchWords = Translation<typeof chinese>
