/** What jobs and erasure need of photos. */
import type { PhotoStore } from '../platform/storage/photo-store.ts'
import { keysOf } from './keys.ts'

/** Takes the files of photos away whose rows are gone. */
export const removePhotoFiles = async (
  store: PhotoStore,
  photos: readonly { readonly communityId: number; readonly photoId: string }[],
): Promise<void> => {
  for (const { communityId, photoId } of photos)
    for (const key of Object.values(keysOf(communityId, photoId))) await store.remove(key)
}
