import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/registrations.ts'

export const registrationWords = defineWords(chinese, () => import('./en/registrations.ts'))
export type RegistrationWords = Translation<typeof chinese>
