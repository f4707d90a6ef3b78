import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/command-center.ts'

export const commandCenterWords = defineWords(chinese, () => import('./en/command-center.ts'))
export type CommandCenterWords = Translation<typeof chinese>
