import type { uploadPhoto } from '@shequtong/contract/photos'
import type { Command } from '../../http/call.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keysOf } from '../keys.ts'
import { processPhoto } from '../process-photo.ts'

/** The files are on the disk before the row that speaks of them commits; when it does not, they are taken away again. */
export const upload: Command<typeof uploadPhoto> = async (tx, { actor, place, input, now, services }) => {
  const body: unknown = input.body
  if (!(body instanceof Buffer)) throw new Refusal('unsupported-media')
  const photo = await processPhoto(body)
  const photoId = newId()
  const keys = keysOf(place.communityId, photoId)
  try {
    await services.photos.put(keys.full, photo.full)
    await services.photos.put(keys.thumb, photo.thumb)
    await tx.run(
      `insert into photos (community_id, photo_id, uploaded_by, width_px, height_px, byte_count, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [place.communityId, photoId, actor.personId, photo.widthPx, photo.heightPx, photo.full.length, now],
    )
  } catch (error) {
    await Promise.allSettled([services.photos.remove(keys.full), services.photos.remove(keys.thumb)])
    throw error
  }
  return { photoId, widthPx: photo.widthPx, heightPx: photo.heightPx }
}
