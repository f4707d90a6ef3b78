import { defineWords } from './words.ts'
import chinese from './zh-CN/answer-templates.ts'

export const answerTemplateWords = defineWords(chinese, () => import('./en/answer-templates.ts'))
