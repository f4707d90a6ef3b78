import { addMs, msPerDay, msPerMinute } from '@shequtong/domain/time'
import type { Db } from '../../platform/database/db.ts'
import type { PhotoStore } from '../../platform/storage/photo-store.ts'
import { photoOf, spreadCount, spreadFolder } from '../keys.ts'

/** No upload takes as long: a file of this age whose row is not there has lost it in a crash. */
export const orphanFilesKeptMs = msPerDay

/** One of the folders that photos are spread over each minute, so that none is a long walk: all of them in 4 h 16 min. */
export const spreadFolderAt = (now: Date): string => spreadFolder(Math.floor(now.getTime() / msPerMinute) % spreadCount)

/** Keys of files whose row never committed, in the spread folder whose turn it is; at most `limit`. */
export const orphanKeys = async (db: Db, store: PhotoStore, now: Date, limit: number): Promise<string[]> => {
  const keys = await store.writtenBefore(spreadFolderAt(now), addMs(now, -orphanFilesKeptMs))
  const photos = keys.map((key) => ({ key, ...photoOf(key) }))
  const known = await db.many<{ photoId: string }>(
    `select photo_id as "photoId" from photos where (community_id, photo_id) in (select * from unnest($1::int[], $2::uuid[]))`,
    [photos.map(({ communityId }) => communityId), photos.map(({ photoId }) => photoId)],
  )
  const standing = new Set(known.map(({ photoId }) => photoId))
  return photos
    .filter(({ photoId }) => !standing.has(photoId))
    .map(({ key }) => key)
    .slice(0, limit)
}
