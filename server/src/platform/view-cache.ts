import { LRUCache } from 'lru-cache'

/**
 * What was made of rows and may be shown again as long as they are the same. A key names the row with its version, so that
 * nothing here is ever out of date, in however many processes: what changed has another key, and the old one is forgotten in time.
 */
export interface ViewCache {
  get<T extends object>(key: string): T | undefined
  /** `bytes`: about what it takes in memory. */
  set(key: string, value: object, bytes: number): void
}

/** Of a string in memory, at the most. */
export const bytesPerCharacter = 4

const defaultMaxBytes = 64 * 1024 * 1024

export const createViewCache = (maxBytes = defaultMaxBytes): ViewCache => {
  const kept = new LRUCache<string, object>({ maxSize: maxBytes })
  return {
    get: <T extends object>(key: string) => kept.get(key) as T | undefined,
    set: (key, value, bytes) => {
      kept.set(key, value, { size: Math.max(1, bytes) })
    },
  }
}
