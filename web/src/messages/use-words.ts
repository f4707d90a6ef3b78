import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import { preferences } from '../preferences/preference-store.ts'
import type { Language } from '../preferences/preferences.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { type CoreWords, coreWords } from './core.ts'
import { loadEnglish, type Translation, type Words, wordsReady } from './words.ts'

/** The words of a feature in the language of this device; Chinese where English has not arrived. */
export const useWords = <T>(words: Words<T>): Translation<T> => {
  const [{ language }] = usePreferences()
  return (language === 'en' ? words.english() : undefined) ?? (words.chinese as Translation<T>)
}

/** The words that every screen shares: actions, times, states. */
export const useCoreWords = (): CoreWords => useWords(coreWords)

export const useLanguage = (): Language => usePreferences()[0].language

/** Before the first render: a reader of English never sees Chinese flash by. */
export const readyWords = async (): Promise<void> => {
  if (preferences().language === 'en') await loadEnglish()
}

type Loaded<P> = { readonly default: ComponentType<P> }

/** `lazy` of preact-iso that also waits for the words of the page's chunk. */
export const lazyPage = <P>(load: () => Promise<Loaded<P>>) =>
  lazy(async () => {
    const page = await load()
    await wordsReady()
    return page
  })
