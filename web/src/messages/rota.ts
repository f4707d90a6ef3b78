import { defineWords } from './words.ts'
import chinese from './zh-CN/rota.ts'

export const rotaWords = defineWords(chinese, () => import('./en/rota.ts'))
