import type { photoSizes } from '@shequtong/contract/photos'

export type PhotoSize = (typeof photoSizes)[number]

/** Where the files of a photo lie; the last two digits of the random id spread them over 256 folders a community. */
export const keysOf = (communityId: number, photoId: string): Record<PhotoSize, string> => {
  const base = `${communityId}/${photoId.slice(-2)}/${photoId}`
  return { thumb: `${base}-thumb.jpg`, full: `${base}-full.jpg` }
}
