import type { Style } from './fonts.ts'
import { qrSideMm } from './qr-modules.ts'

/** A4 in millimetres from its upper left corner. All text is placed by its baseline. */
export const pageMm = { width: 210, height: 297 } as const

const left = 16
const right = pageMm.width - left
const song: Style = { face: 'song', weight: 800 }
const heiBold: Style = { face: 'hei', weight: 700 }
const hei: Style = { face: 'hei', weight: 500 }

export const layout = {
  left,
  right,
  name: { style: song, baseline: 46.5, sizeMm: 34, widthMm: 158, twoLinesSizeMm: 19, longestOneLine: 7 },
  subdistrict: { style: hei, top: 14, sizeMm: 7.8, heightMm: 38 },
  /** 文武线, the thick and thin rule of Chinese printing. */
  rules: [
    { y: 53.5, heightMm: 2.4 },
    { y: 57.4, heightMm: 0.5 },
  ],
  headline: { style: heiBold, baseline: 79, sizeMm: 15.6 },
  /** Four modules of white remain above, beside and below. */
  qr: { x: left, y: 99 },
  steps: {
    x: left + qrSideMm + 17,
    tops: [99, 144.5, 190],
    numberStyle: song,
    style: hei,
    ruleMm: 0.5,
    numberSizeMm: 10,
    sizeMm: 7.2,
    lineMm: 10.2,
  },
  help: { style: heiBold, baseline: 257, sizeMm: 9.6 },
  footRule: { y: 267, heightMm: 0.4 },
  foot: { style: hei, sizeMm: 4.2, lineMm: 6.4, baseline: 275, addressSizeMm: 4.2 },
  edition: { style: heiBold, sizeMm: 5.6, baseline: 275.5 },
  inUseFrom: { style: hei, sizeMm: 4.6, baseline: 283.5 },
} as const
