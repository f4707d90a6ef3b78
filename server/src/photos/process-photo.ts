import sharp from 'sharp'
import { invalid, Refusal } from '../platform/refusal.ts'

/** One thread a picture; how many pictures at once is the gate's business (bodies.ts). */
sharp.concurrency(1)
sharp.cache(false)

/** 50 megapixels are 150 MB decoded; phones of 2026 send 12 to 50. A decompression bomb stops at its header. */
export const maxPixels = 50_000_000
export const fullSidePx = 1600
export const thumbSidePx = 480

/** mozjpeg's trellis search saved 8 % of the bytes and took twice the time. */
const encoding = { progressive: true, optimizeCoding: true } as const

export interface ProcessedPhoto {
  readonly full: Buffer
  readonly thumb: Buffer
  readonly widthPx: number
  readonly heightPx: number
}

type Kind = 'jpeg' | 'png' | 'webp' | 'heic'

/** By the first bytes, whatever the browser claims: nothing else reaches a decoder. */
const kindOf = (bytes: Buffer): Kind | undefined => {
  const ascii = bytes.subarray(0, 12).toString('latin1')
  if (ascii.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF....WEBP/s.test(ascii)) return 'webp'
  if (/^....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/s.test(ascii)) return 'heic'
  return undefined
}

/**
 * Turned upright (EXIF orientation), in sRGB, without any metadata, in two sizes of JPEG. Refuses `unsupported-media`
 * for what is no JPEG, PNG or WebP (HEIC by its name: iPhones convert it themselves when the field asks for JPEG), and
 * `invalid-input` for a file that is cut off, broken or larger than 50 megapixels.
 */
export const processPhoto = async (bytes: Buffer): Promise<ProcessedPhoto> => {
  const kind = kindOf(bytes)
  if (kind === undefined || kind === 'heic')
    throw new Refusal('unsupported-media', kind === 'heic' ? { code: 'heic' } : {})
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) throw invalid('', 'photo-too-many-pixels')
    const full = await sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
      .autoOrient()
      .resize({ width: fullSidePx, height: fullSidePx, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ ...encoding, quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const thumb = await sharp(full.data)
      .resize({ width: thumbSidePx, height: thumbSidePx, fit: 'inside', withoutEnlargement: true })
      .jpeg({ ...encoding, quality: 72 })
      .toBuffer()
    return { full: full.data, thumb, widthPx: full.info.width, heightPx: full.info.height }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw invalid('', 'photo-unreadable')
  }
}
