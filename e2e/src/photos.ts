import sharp from 'sharp'

/** 1 of EXIF's orientations turns nothing, 6 says "turn me a quarter to the right". */
const turnedRight = 6

/** As a phone takes it: lying on its side, with the place where it was taken written inside. */
export const photoFromPhone = async (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#5a6b4c' } })
    .composite([
      { input: { create: { width: 200, height: 120, channels: 3, background: '#c8b48a' } }, left: 30, top: 40 },
    ])
    .withExif({
      IFD0: { Make: 'Phone', Orientation: String(turnedRight) },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 24/1 20/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 29/1 10/1',
      },
    })
    .withMetadata({ orientation: turnedRight })
    .jpeg()
    .toBuffer()

export const describePhoto = async (bytes: Buffer) => {
  const { width, height, exif, orientation } = await sharp(bytes).metadata()
  return { upright: height > width, exif: exif?.length ?? 0, orientation }
}

/** For a README: few colours, nothing lost that a reader would miss. */
export const smallPng = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }).toBuffer()
