import type { FieldError } from '@shequtong/contract/problems'
import type * as z from 'zod'
import { Refusal } from '../platform/refusal.ts'

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const errorOf = (issue: z.core.$ZodIssue): FieldError => {
  const custom = issue.code === 'custom'
  const params = custom ? ((issue.params ?? {}) as { kind?: string; at?: { start: number; end: number } }) : {}
  return {
    pointer: pointerOf(issue.path),
    code: custom ? issue.message : issue.code.replaceAll('_', '-'),
    detail: params.at === undefined ? issue.message : `${params.kind ?? ''} ${params.at.start}-${params.at.end}`.trim(),
  }
}

/** The parsed value, or `invalid-input` with one error per field. */
export const parse = <T>(schema: z.ZodType<T> | undefined, value: unknown): T => {
  if (schema === undefined) return undefined as T
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid-input', { errors: parsed.error.issues.map(errorOf) })
}
