import type * as z from 'zod'
import { type FieldFault, Refusal } from '../platform/refusal.ts'

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const errorOf = (issue: z.core.$ZodIssue): FieldFault => {
  const pointer = pointerOf(issue.path)
  if (issue.code !== 'custom') return { pointer, code: issue.code.replaceAll('_', '-') }
  const { at } = (issue.params ?? {}) as { readonly at?: FieldFault['at'] }
  return { pointer, code: issue.message, ...(at === undefined ? {} : { at: { start: at.start, end: at.end } }) }
}

/** The parsed value, or `invalid-input` with one error per field. */
export const parse = <T>(schema: z.ZodType<T> | undefined, value: unknown): T => {
  if (schema === undefined) return undefined as T
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid-input', { errors: parsed.error.issues.map(errorOf) })
}
