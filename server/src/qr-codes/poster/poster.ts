import type { CommunityKind } from '@shequtong/domain/territory/territory'
import { type DateOn, startOf } from '@shequtong/domain/time'
import { ascentEm, Canvas } from './canvas.ts'
import { fontsFor } from './fonts.ts'
import { layout } from './layout.ts'
import { moduleMm, qrModules } from './qr-modules.ts'
import { posterWords } from './words.ts'

export interface Poster {
  readonly compoundName: string
  readonly subdistrictName: string
  readonly communityKind: CommunityKind
  readonly url: string
  readonly edition: number
  readonly inUseFrom: DateOn
}

type Words = ReturnType<typeof posterWords>

const textsOf = (poster: Poster, words: Words) => [
  { text: poster.compoundName, style: layout.name.style },
  { text: poster.subdistrictName, style: layout.subdistrict.style },
  { text: words.headline, style: layout.headline.style },
  { text: words.steps.map((step) => step.number).join(''), style: layout.steps.numberStyle },
  { text: words.steps.flatMap((step) => step.lines).join(''), style: layout.steps.style },
  { text: words.help, style: layout.help.style },
  { text: words.safety + words.address, style: layout.foot.style },
  { text: words.edition, style: layout.edition.style },
  { text: words.inUseFrom, style: layout.inUseFrom.style },
]

/** A long name stands in two lines of equal length; either way as large as the width allows. */
const drawName = (canvas: Canvas, text: string): void => {
  const { style, baseline, sizeMm, widthMm, twoLinesSizeMm, longestOneLine } = layout.name
  const characters = [...text]
  const half = Math.ceil(characters.length / 2)
  const one = characters.length <= longestOneLine
  const lines = one ? [text] : [characters.slice(0, half).join(''), characters.slice(half).join('')]
  const widest = Math.max(...lines.map((line) => canvas.widthOf(line, style, 1)))
  const fitted = Math.min(one ? sizeMm : twoLinesSizeMm, widthMm / widest)
  for (const [i, line] of lines.entries())
    canvas.text(line, { x: layout.left, baseline: baseline - (lines.length - 1 - i) * fitted * 1.15 }, style, fitted)
}

const drawVertically = (canvas: Canvas, text: string): void => {
  const { style, top, sizeMm, heightMm } = layout.subdistrict
  const characters = [...text]
  const fitted = Math.min(sizeMm, heightMm / characters.length)
  for (const [i, character] of characters.entries())
    canvas.text(
      character,
      {
        x: layout.right - (fitted + canvas.widthOf(character, style, fitted)) / 2,
        baseline: top + (i + ascentEm) * fitted,
      },
      style,
      fitted,
    )
}

const drawQr = (canvas: Canvas, url: string): void => {
  const modules = qrModules(url)
  const side = moduleMm(modules)
  const dark = modules.flatMap((row, j) =>
    row.flatMap((isDark, i) =>
      isDark ? [{ x: layout.qr.x + i * side, y: layout.qr.y + j * side, width: side, height: side }] : [],
    ),
  )
  canvas.rects(dark)
}

const drawSteps = (canvas: Canvas, steps: Words['steps']): void => {
  const { x, tops, ruleMm, numberStyle, numberSizeMm, style, sizeMm, lineMm } = layout.steps
  for (const [i, { number, lines }] of steps.entries()) {
    const top = tops[i] ?? 0
    canvas.rects([{ x, y: top, width: layout.right - x, height: ruleMm }])
    const numberBaseline = top + 3 + ascentEm * numberSizeMm
    canvas.text(number, { x, baseline: numberBaseline }, numberStyle, numberSizeMm)
    for (const [j, line] of lines.entries())
      canvas.text(line, { x, baseline: numberBaseline + (j + 1) * lineMm }, style, sizeMm)
  }
}

const drawFoot = (canvas: Canvas, words: Words): void => {
  const { left, right, help, foot, edition, inUseFrom } = layout
  const rule = { x: left, width: right - left }
  canvas.text(words.help, { x: left, baseline: help.baseline }, help.style, help.sizeMm)
  canvas.rects([{ ...rule, y: layout.footRule.y, height: layout.footRule.heightMm }])
  canvas.text(words.safety, { x: left, baseline: foot.baseline }, foot.style, foot.sizeMm)
  canvas.textFromRight(words.edition, { right, baseline: edition.baseline }, edition.style, edition.sizeMm)
  canvas.textFromRight(words.inUseFrom, { right, baseline: inUseFrom.baseline }, inUseFrom.style, inUseFrom.sizeMm)
  const room = right - left - canvas.widthOf(words.inUseFrom, inUseFrom.style, inUseFrom.sizeMm) - 6
  const fitted = Math.min(foot.sizeMm, room / canvas.widthOf(words.address, foot.style, 1))
  canvas.text(words.address, { x: left, baseline: inUseFrom.baseline }, foot.style, fitted)
}

/** The A4 poster for the gate as a PDF, its fonts embedded, its QR code as vectors. Same poster, same bytes. */
export const renderPoster = async (poster: Poster): Promise<Buffer> => {
  const words = posterWords(poster.communityKind, poster.edition, poster.inUseFrom, poster.url)
  const canvas = new Canvas(await fontsFor(textsOf(poster, words)), {
    title: `${poster.compoundName} ${words.edition}`,
    createdAt: startOf(poster.inUseFrom),
  })
  drawName(canvas, poster.compoundName)
  drawVertically(canvas, poster.subdistrictName)
  canvas.rects(
    layout.rules.map(({ y, heightMm }) => ({
      x: layout.left,
      y,
      width: layout.right - layout.left,
      height: heightMm,
    })),
  )
  canvas.text(
    words.headline,
    { x: layout.left, baseline: layout.headline.baseline },
    layout.headline.style,
    layout.headline.sizeMm,
  )
  drawQr(canvas, poster.url)
  drawSteps(canvas, words.steps)
  drawFoot(canvas, words)
  return canvas.bytes()
}
