import { useState } from 'preact/hooks'
import { parseRecent, withRecent } from './recent-words.ts'

/** What this hat looked for lately. Kept on this device alone; without a store it lasts as long as the page. */
export const useRecentWords = (hatId: string) => {
  const key = `searched ${hatId}`
  const [recent, setRecent] = useState(() => {
    try {
      return parseRecent(localStorage.getItem(key))
    } catch {
      return []
    }
  })
  const keep = (words: readonly string[]) => {
    setRecent(words)
    try {
      if (words.length === 0) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(words))
    } catch {
      // no room, or none is given to this page
    }
  }
  return { recent, remember: (words: string) => keep(withRecent(recent, words)), forget: () => keep([]) }
}
