import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { PhotoView } from './service-requests.ts'
import { CommunityParams, Uuid } from './values.ts'

export const photoMaxBytes = 12_000_000
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export const photoSizes = ['thumb', 'full'] as const

export const uploadPhoto = endpoint({
  method: 'POST',
  path: '/communities/:communityId/photos',
  summary: 'Upload one photo; it is turned upright, stripped of EXIF and resized before anyone sees it',
  permission: 'photo.upload',
  params: CommunityParams,
  binaryBody: { accepts: photoTypes, maxBytes: photoMaxBytes },
  reply: PhotoView,
  problems: [
    'unauthenticated',
    'not-found',
    'not-permitted',
    'body-too-large',
    'unsupported-media',
    'invalid-input',
    'idempotency-key-missing',
    'idempotency-conflict',
  ],
})

export const readPhoto = endpoint({
  method: 'GET',
  path: '/communities/:communityId/photos/:photoId/:size',
  summary: 'A photo that stands in something the reader may see, or the own one just uploaded',
  permission: 'community.view',
  params: CommunityParams.extend({ photoId: Uuid, size: z.enum(photoSizes) }),
  reply: z.unknown(),
  binaryReply: 'image/jpeg',
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})
