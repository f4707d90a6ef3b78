import { useLanguage, useWords } from './use-words.ts'
import { defineWords } from './words.ts'
import chinese from './zh-CN/regions.ts'

const regionWords = defineWords(chinese, () => import('./en/regions.ts'))

/** What a region is called: a province, or a country as the reader's language has it. */
export const useRegionName = (): ((region: string) => string) => {
  const { province } = useWords(regionWords)
  const language = useLanguage()
  const ours: Readonly<Record<string, string>> = province
  return (region) => ours[region] ?? new Intl.DisplayNames(language, { type: 'region' }).of(region) ?? region
}

/** IP属地: from where words came, for a line beside their time; null where nothing is known. */
export const useRegion = (region: string | null): string | null => {
  const { from } = useWords(regionWords)
  const nameOf = useRegionName()
  return region === null ? null : from(nameOf(region))
}
