import type { photoSizes } from '@shequtong/contract/photos'

export type PhotoSize = (typeof photoSizes)[number]

/** Folders that the photos of a community are spread over, by the last two digits of the random id. */
export const spreadCount = 256

export const spreadFolder = (number: number): string => number.toString(16).padStart(2, '0')

/** Where the files of a photo lie. */
export const keysOf = (communityId: number, photoId: string): Record<PhotoSize, string> => {
  const base = `${communityId}/${photoId.slice(-2)}/${photoId}`
  return { thumb: `${base}-thumb.jpg`, full: `${base}-full.jpg` }
}

/** The photo that a key of `keysOf` belongs to. */
export const photoOf = (key: string): { readonly communityId: number; readonly photoId: string } => {
  const [communityId, , file = ''] = key.split('/')
  return { communityId: Number(communityId), photoId: file.replace(/-(?:thumb|full)\.jpg$/, '') }
}
