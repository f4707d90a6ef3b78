import type { PhotoView } from '@shequtong/contract/service-requests'
import { addressOf } from '../api/address.ts'
import type { Photo } from '../ui/picture/photo.ts'

export const photoAddress = (communityId: number, photoId: string, size: 'thumb' | 'full'): string =>
  addressOf('readPhoto', { params: { communityId, photoId, size } })

/** The pictures of a request or an entry, as the kit shows them. */
export const photosOf = (communityId: number, photos: readonly Pick<PhotoView, 'photoId'>[]): readonly Photo[] =>
  photos.map(({ photoId }) => ({
    key: photoId,
    src: photoAddress(communityId, photoId, 'thumb'),
    full: photoAddress(communityId, photoId, 'full'),
  }))
