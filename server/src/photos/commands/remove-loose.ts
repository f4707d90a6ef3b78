import { msPerDay } from '@shequtong/domain/time'
import type { Db } from '../../platform/database/db.ts'
import type { PhotoStore } from '../../platform/storage/photo-store.ts'
import { keysOf } from '../keys.ts'

/** A draft may wait this long for the request it belongs to. */
const looseForMs = 7 * msPerDay
const atOnce = 200

/**
 * Removes photos that were uploaded and never used: the row first, then the files, so that no row ever speaks of a
 * missing file. Returns how many; call again while it is above 0.
 */
export const removeLoosePhotos = async (db: Db, store: PhotoStore, now: Date): Promise<number> => {
  const removed = await db.many<{ communityId: number; photoId: string }>(
    `delete from photos p using (
       select community_id, photo_id from photos where service_request_id is null and registration_id is null
         and paper_of_service_request_id is null and created_at < $1
       order by created_at limit ${atOnce} for update skip locked) loose
     where p.community_id = loose.community_id and p.photo_id = loose.photo_id and p.service_request_id is null
       and p.registration_id is null and p.paper_of_service_request_id is null
     returning p.community_id as "communityId", p.photo_id as "photoId"`,
    [new Date(now.getTime() - looseForMs)],
  )
  for (const { communityId, photoId } of removed)
    for (const key of Object.values(keysOf(communityId, photoId))) await store.remove(key)
  return removed.length
}
