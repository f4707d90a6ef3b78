import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { type FontFamily, heiFamily, songFamily } from './font-family.ts'

export type Face = 'song' | 'hei'

export interface Style {
  readonly face: Face
  /** CSS weight, 250 to 900. */
  readonly weight: number
}

/** Neighbouring characters whose glyphs stand in one embedded font. */
export interface Run {
  readonly text: string
  readonly font: Buffer
}

export type Runs = (text: string, style: Style) => Run[]

/** What a printer sets where no type is at hand: U+3013 geta mark. */
const missing = '〓'

/** Hei lacks rare ideographs that Song has: a rare character in another face is better than a hole. */
const locate = (character: string, families: readonly FontFamily[]): { character: string; piece: string } => {
  for (const candidate of [character, missing])
    for (const family of families) {
      const piece = family.pieceOf(candidate.codePointAt(0) ?? 0)
      if (piece !== undefined) return { character: candidate, piece }
    }
  throw new Error('the fonts lack even the mark for what is missing')
}

/**
 * Cuts from the pieces what `texts` need and fixes their weight: TrueType fonts of a few hundred bytes a glyph. The
 * result splits any of these texts into runs of one font each.
 */
export const fontsFor = async (texts: readonly { text: string; style: Style }[]): Promise<Runs> => {
  const [song, hei] = await Promise.all([songFamily(), heiFamily()])
  const familiesOf = (face: Face) => (face === 'song' ? [song, hei] : [hei, song])
  const needed = new Map<string, { piece: string; weight: number; characters: Set<string> }>()
  for (const { text, style } of texts)
    for (const given of text) {
      const { character, piece } = locate(given, familiesOf(style.face))
      const key = `${style.weight} ${piece}`
      const cut = needed.get(key) ?? { piece, weight: style.weight, characters: new Set() }
      needed.set(key, { ...cut, characters: cut.characters.add(character) })
    }
  const fonts = new Map<string, Buffer>()
  for (const [key, { piece, weight, characters }] of needed)
    fonts.set(
      key,
      await subsetFont(await readFile(piece), [...characters].join(''), {
        targetFormat: 'truetype',
        variationAxes: { wght: weight },
      }),
    )
  return (text, style) => {
    const runs: { text: string; font: Buffer }[] = []
    for (const given of text) {
      const { character, piece } = locate(given, familiesOf(style.face))
      const font = fonts.get(`${style.weight} ${piece}`)
      if (font === undefined) throw new Error(`no font was prepared for U+${character.codePointAt(0)?.toString(16)}`)
      const last = runs.at(-1)
      if (last?.font === font) last.text += character
      else runs.push({ text: character, font })
    }
    return runs
  }
}
