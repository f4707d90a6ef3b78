import { defineWords, type Translation } from './words.ts'
import chinese from './zh-CN/service-requests.ts'

export const serviceRequestWords = defineWords(chinese, () => import('./en/service-requests.ts'))
export type ServiceRequestWords = Translation<typeof chinese>
