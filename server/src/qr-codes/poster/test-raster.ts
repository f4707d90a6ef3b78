import { inflateSync } from 'node:zlib'
import { pageMm } from './layout.ts'

export interface BoxMm {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const mmPerPt = 25.4 / 72

/** The filled rectangles of a one-page PDF whose page is turned to point downwards, as pdfkit writes it. */
export const boxesOf = (pdf: Buffer): BoxMm[] => {
  const text = pdf.toString('latin1')
  const contents = /\/Contents (\d+) 0 R/.exec(text)?.[1]
  const start = text.indexOf('stream\n', text.indexOf(`\n${contents} 0 obj`)) + 'stream\n'.length
  const length = Number(/\/Length (\d+)/.exec(text.slice(text.indexOf(`\n${contents} 0 obj`)))?.[1])
  const drawing = inflateSync(pdf.subarray(start, start + length)).toString('latin1')
  return [...drawing.matchAll(/(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re/g)].map(([, x, y, width, height]) => ({
    x: Number(x) * mmPerPt,
    y: Number(y) * mmPerPt,
    width: Number(width) * mmPerPt,
    height: Number(height) * mmPerPt,
  }))
}

/** The page as RGBA at `pxPerMm`, each pixel by its centre. */
export const rasterize = (boxes: readonly BoxMm[], pxPerMm: number) => {
  const [width, height] = [Math.round(pageMm.width * pxPerMm), Math.round(pageMm.height * pxPerMm)]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const first = (mm: number) => Math.max(0, Math.ceil(mm * pxPerMm - 0.5))
  for (const box of boxes)
    for (let y = first(box.y); y < Math.min(height, first(box.y + box.height)); y += 1)
      for (let x = first(box.x); x < Math.min(width, first(box.x + box.width)); x += 1)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { data, width, height }
}
