import { defineWords } from './words.ts'
import chinese from './zh-CN/data-export.ts'

export const dataExportWords = defineWords(chinese, () => import('./en/data-export.ts'))
