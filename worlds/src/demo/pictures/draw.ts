import { type Random, randomFor } from '../../random.ts'

/** Pixels of every scene. */
export const widthPx = 1200
export const heightPx = 900

type Attributes = Readonly<Record<string, string | number>>

/** `fillOpacity` → `fill-opacity`. */
const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${value}"`)
    .join(' ')

const element = (name: string, attributes: Attributes): string => `<${name} ${written(attributes)}/>`

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string => element('rect', { x, y, width, height, fill, ...more })
export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  element('circle', { cx, cy, r, fill, ...more })
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  element('ellipse', { cx, cy, rx, ry, fill, ...more })
export const shape = (d: string, fill: string, more: Attributes = {}): string => element('path', { d, fill, ...more })
export const stroke = (d: string, color: string, strokeWidth: number, more: Attributes = {}): string =>
  element('path', {
    d,
    fill: 'none',
    stroke: color,
    strokeWidth,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    ...more,
  })
export const group = (transform: string, content: string): string => `<g transform="${transform}">${content}</g>`
/** A clock face. No scene holds letters: fonts differ from machine to machine. */
export const clock = (cx: number, cy: number, r: number, hour: number): string => {
  const angle = (hour / 6) * Math.PI - Math.PI / 2
  const handX = Math.round(cx + r * 0.55 * Math.cos(angle))
  const handY = Math.round(cy + r * 0.55 * Math.sin(angle))
  return (
    circle(cx, cy, r, '#fbf7ec', { stroke: '#6b5a45', strokeWidth: 8 }) +
    stroke(`M${cx} ${cy} L${handX} ${handY}`, '#8f2f24', 11) +
    stroke(`M${cx} ${cy} L${cx} ${cy - Math.round(r * 0.75)}`, '#3f3a33', 7)
  )
}

/** A vertical run of colours under `id`, for `url(#id)`. */
export const fade = (id: string, top: string, bottom: string): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`
/** Light that dies away from its middle. */
export const glow = (id: string, color: string): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${color}" stop-opacity="0.95"/><stop offset="0.35" stop-color="${color}" stop-opacity="0.4"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>`

export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

export interface Span {
  readonly from: number
  readonly to: number
}

/** Many small marks strewn over a field, always in the same places for the same `key`. */
export const strewn = (
  key: string,
  count: number,
  x: Span,
  y: Span,
  draw: (x: number, y: number, random: Random) => string,
): string => {
  const random = randomFor(`picture ${key}`)
  return times(count, () => draw(random.integer(x.from, x.to), random.integer(y.from, y.to), random))
}

/** Blades of grass. */
export const grass = (key: string, count: number, x: Span, y: Span, colors: readonly string[]): string =>
  strewn(key, count, x, y, (left, bottom, random) => {
    const height = random.integer(14, 46)
    const lean = random.integer(-14, 14)
    return stroke(
      `M${left} ${bottom}q${lean / 3} ${-height * 0.6} ${lean} ${-height}`,
      random.pick(colors),
      random.integer(2, 5),
    )
  })

/** A slab of flats: rows and columns of windows, some lit. */
export const flats = (
  key: string,
  x: number,
  y: number,
  size: { readonly width: number; readonly height: number },
  colors: { readonly wall: string; readonly window: string; readonly lit: string; readonly litShare: number },
): string => {
  const random = randomFor(`picture ${key}`)
  const columns = Math.max(2, Math.floor(size.width / 80))
  const rows = Math.max(2, Math.floor(size.height / 82))
  const stepX = size.width / columns
  const stepY = size.height / rows
  const windows = times(columns * rows, (index) =>
    rect(
      x + (index % columns) * stepX + stepX * 0.26,
      y + Math.floor(index / columns) * stepY + stepY * 0.24,
      stepX * 0.48,
      stepY * 0.5,
      random.chance(colors.litShare) ? colors.lit : colors.window,
    ),
  )
  return rect(x, y, size.width, size.height, colors.wall) + windows
}

/** Speckle like that of a phone's camera in poor light. */
export const speckle = (key: string, count: number, color: string): string =>
  strewn(key, count, { from: 0, to: widthPx }, { from: 0, to: heightPx }, (x, y, random) =>
    circle(x, y, random.integer(1, 2), color, { fillOpacity: 0.16 }),
  )

export const scene = (definitions: string, ...content: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}"><defs>${definitions}</defs>${content.join('')}</svg>`
