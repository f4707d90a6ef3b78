import { useEffect, useState } from 'preact/hooks'

/** Half-written words. Photos are on the server already; only their ids are kept. */
export interface KeptWords {
  readonly text: string
  readonly photoIds: readonly string[]
}

const nothing: KeptWords = { text: '', photoIds: [] }
const mostPhotos = 9

const keyOf = (name: string): string => `shequtong.said.${name}`

/** A reply is one person's, to one thread. */
export const replyName = (hatId: string, serviceRequestId: string): string => `reply.${hatId}.${serviceRequestId}`

/** The same below a post. */
export const postReplyName = (hatId: string, postId: string): string => `post.${hatId}.${postId}`

/** What was kept; anything unknown is nothing. */
export const parseKeptWords = (kept: string | null): KeptWords => {
  try {
    const { text, photoIds } = (JSON.parse(kept ?? '{}') ?? {}) as Partial<Record<keyof KeptWords, unknown>>
    return {
      text: typeof text === 'string' ? text : '',
      photoIds: Array.isArray(photoIds) ? photoIds.filter((id) => typeof id === 'string').slice(0, mostPhotos) : [],
    }
  } catch {
    return nothing
  }
}

const read = (name: string): KeptWords => {
  try {
    return parseKeptWords(localStorage.getItem(keyOf(name)))
  } catch {
    return nothing
  }
}

const listeners = new Set<(name: string) => void>()

const write = (name: string, words: KeptWords): void => {
  try {
    if (words.text === '' && words.photoIds.length === 0) localStorage.removeItem(keyOf(name))
    else localStorage.setItem(keyOf(name), JSON.stringify(words))
  } catch {}
}

/** One after the other, each on its own line; photos as far as there is room. */
export const joined = (before: KeptWords, added: KeptWords): KeptWords => ({
  text: [before.text, added.text].filter((text) => text.trim() !== '').join('\n'),
  photoIds: [...new Set([...before.photoIds, ...added.photoIds])].slice(0, mostPhotos),
})

/** Puts words behind what is half written under that name, also where it is on the screen. */
export const putIntoKept = (name: string, added: KeptWords): void => {
  write(name, joined(read(name), added))
  for (const listener of [...listeners]) listener(name)
}

/** Words half written, kept on this device until they are sent. */
export const useKeptWords = (name: string): readonly [KeptWords, (change: Partial<KeptWords>) => void] => {
  const [words, setWords] = useState(() => read(name))
  useEffect(() => {
    setWords(read(name))
    const look = (changed: string) => changed === name && setWords(read(name))
    listeners.add(look)
    return () => {
      listeners.delete(look)
    }
  }, [name])
  return [
    words,
    (change) =>
      setWords((before) => {
        const next = { ...before, ...change }
        write(name, next)
        return next
      }),
  ]
}
