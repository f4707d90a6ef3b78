import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * A variable font cut into some hundred woff2 pieces for browsers, each with the code points it holds. A poster needs a
 * dozen pieces, so that a font with every ideograph is as cheap as a small one.
 */
export interface FontFamily {
  readonly name: string
  /** The file with this code point's glyph; undefined where the family has none. */
  pieceOf(codePoint: number): string | undefined
}

interface Piece {
  readonly path: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const faceShape = /@font-face\s*\{[^}]*?url\(["']?([^"')]+)["']?\)[^}]*?unicode-range:([^;}]+)/g

const rangesOf = (text: string): Piece['ranges'] =>
  text.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })

const readFamily = async (name: string, stylesheet: string): Promise<FontFamily> => {
  const path = createRequire(import.meta.url).resolve(stylesheet)
  const pieces: Piece[] = [...(await readFile(path, 'utf8')).matchAll(faceShape)].map(([, file = '', ranges = '']) => ({
    path: join(dirname(path), file),
    ranges: rangesOf(ranges),
  }))
  const holds = (piece: Piece, codePoint: number) =>
    piece.ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
  return { name, pieceOf: (codePoint) => pieces.find((piece) => holds(piece, codePoint))?.path }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    made.catch(() => {
      made = undefined
    })
    return made
  }
}

/** 宋体: Source Han Serif CN (Adobe, OFL 1.1), 27,000 ideographs, weights 250 to 900. */
export const songFamily = once(() => readFamily('Song', '@chinese-fonts/syst/dist/SourceHanSerifCN/result.css'))

/** 黑体: Noto Sans SC (Google, OFL 1.1), the 12,000 ideographs of web pages, weights 100 to 900. */
export const heiFamily = once(() => readFamily('Hei', '@fontsource-variable/noto-sans-sc/index.css'))
