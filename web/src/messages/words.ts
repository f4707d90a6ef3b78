/** A leaf is a sentence, a list of them (as many as a language needs), or a function that makes one from what varies. */
export type Sentence = string | readonly string[] | ((...given: never[]) => string)
export interface WordTree {
  readonly [key: string]: Sentence | WordTree
}

/** The shape a translation must have: every key, no other key, the same arguments. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Translation<T[K]>
}

/** The words of one feature. Chinese comes with the feature's own chunk; English is fetched when someone reads English. */
export interface Words<T> {
  readonly chinese: T
  readonly english: () => Translation<T> | undefined
}

const known = new Set<() => Promise<unknown>>()
let wanted = false
let pending: Promise<unknown>[] = []

/**
 * One per feature, beside its Chinese file: `export const threadWords = defineWords(chinese, () => import('./en/thread.ts'))`.
 * The English file is `const english: Translation<typeof chinese> = …; export default english`.
 */
export const defineWords = <T extends WordTree>(
  chinese: T,
  load: () => Promise<{ readonly default: Translation<T> }>,
): Words<T> => {
  let english: Translation<T> | undefined
  const fetchEnglish = async (): Promise<void> => {
    english ??= (await load()).default
  }
  known.add(fetchEnglish)
  if (wanted) pending.push(fetchEnglish())
  return { chinese, english: () => english }
}

/** Fetches the English of all that is loaded, and from now on of all that loads. */
export const loadEnglish = async (): Promise<void> => {
  wanted = true
  await Promise.all([...known].map((fetchEnglish) => fetchEnglish()))
}

/** Settled when every feature that has arrived has its words. A page's `lazy` waits for it, so that nobody sees two languages. */
export const wordsReady = async (): Promise<void> => {
  const waiting = pending
  pending = []
  await Promise.all(waiting)
}
