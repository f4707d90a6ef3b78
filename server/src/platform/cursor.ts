import { invalid } from './refusal.ts'

/** A keyset cursor: the sort values of the last row, opaque to the client. */
export const encodeCursor = (values: readonly (string | number | boolean)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** The values of a cursor made by `encodeCursor`; refuses anything else. */
export const decodeCursor = (
  cursor: string | undefined,
  shape: readonly ('string' | 'number' | 'boolean')[],
): (string | number | boolean)[] | undefined => {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(values) &&
      values.length === shape.length &&
      values.every((value, i) => typeof value === shape[i])
    )
      return values
  } catch {
    // falls through: whatever is not ours is refused below
  }
  throw invalid('cursor', 'cursor-unknown')
}

/** A date in a cursor: milliseconds since 1970, refused where it is no date. */
export const cursorDate = (ms: string | number | boolean | undefined): Date => {
  const date = new Date(Number(ms))
  if (Number.isNaN(date.getTime())) throw invalid('cursor', 'cursor-unknown')
  return date
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const cursorId = (id: string | number | boolean | undefined): string => {
  if (typeof id !== 'string' || !uuidShape.test(id)) throw invalid('cursor', 'cursor-unknown')
  return id
}
