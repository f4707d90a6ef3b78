import type { FeedItem } from '@shequtong/contract/feed'

export const keyOfItem = (item: FeedItem): string => (item.type === 'post' ? item.postId : item.serviceRequestId)

const saidAt = (item: FeedItem): string => (item.type === 'post' ? item.publishedAt : item.times.submittedAt)

/**
 * How many of `items`, newest first, are newer than `newSince` (ISO): the line stands below them. 0 where nothing is new, where
 * everything read so far is, and on the first visit, when `newSince` is null.
 */
export const newUntil = (items: readonly FeedItem[], newSince: string | null): number => {
  if (newSince === null) return 0
  const since = Date.parse(newSince)
  const older = items.findIndex((item) => Date.parse(saidAt(item)) <= since)
  return Math.max(older, 0)
}
