import type { FeedItem } from '@shequtong/contract/feed'

export const keyOfItem = (item: FeedItem): string => (item.type === 'post' ? item.postId : item.serviceRequestId)

const saidAt = (item: FeedItem): string => (item.type === 'post' ? item.publishedAt : item.times.submittedAt)

/** Below how many items the line stands, and how many of these are others' words. */
export interface Fresh {
  readonly below: number
  readonly count: number
}

/**
 * What of `items`, newest first, is newer than `newSince` (ISO). Undefined where nothing of others is new, where everything read so
 * far is, and on the first visit, when `newSince` is null.
 */
export const freshOf = (items: readonly FeedItem[], newSince: string | null): Fresh | undefined => {
  if (newSince === null) return undefined
  const since = Date.parse(newSince)
  const below = items.findIndex((item) => Date.parse(saidAt(item)) <= since)
  const count = items.slice(0, Math.max(below, 0)).filter(({ by }) => !by.you).length
  return count === 0 ? undefined : { below, count }
}
