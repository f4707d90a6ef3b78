import { defineWords } from './words.ts'
import chinese from './zh-CN/household.ts'

export const householdWords = defineWords(chinese, () => import('./en/household.ts'))
