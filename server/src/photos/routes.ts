import type { Handlers } from '../http/call.ts'
import { Refusal } from '../platform/refusal.ts'
import { toRead } from './access.ts'
import { upload } from './commands/upload.ts'
import { keysOf } from './keys.ts'

export const photoRoutes: Handlers<'uploadPhoto' | 'readPhoto'> = {
  uploadPhoto: upload,

  readPhoto: async ({ db, actor, place, input, now, services }) => {
    const { photoId, size } = input.params
    const { forNeighbours } = await toRead(db, actor, place, photoId, now)
    const bytes = await services.photos.get(keysOf(place.communityId, photoId)[size])
    if (bytes === undefined) throw new Refusal('dependency-unavailable')
    return { bytes, type: 'image/jpeg', immutable: forNeighbours }
  },
}
