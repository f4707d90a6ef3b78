/** A doubtful part of a text, in UTF-16 units, end exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** The text cut where marks begin and end; marks may overlap, touch, be empty or reach beyond the text. */
export const piecesOf = (text: string, marks: readonly Mark[]): readonly Piece[] => {
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) {
    for (const at of [start, end]) cuts.add(Math.min(Math.max(at, 0), text.length))
  }
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(1).map((end, position) => {
    const start = ordered[position] ?? 0
    return { text: text.slice(start, end), marked: marks.some((mark) => mark.start <= start && mark.end >= end) }
  })
}
