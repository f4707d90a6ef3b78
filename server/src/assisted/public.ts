/** What the jobs run for those who cannot be reached on a screen. */
export { resultTexts, sendTexts } from './texts.ts'
