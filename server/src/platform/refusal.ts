import type { FieldError, ProblemSlug } from '@shequtong/contract/problems'

/** A field that cannot be accepted; the words for it depend on who reads them. */
export type FieldFault = Omit<FieldError, 'detail'>

export interface RefusalExtension {
  readonly errors?: FieldFault[]
  readonly from?: string
  readonly allowed?: string[]
  readonly code?: string
  readonly retryAfterSeconds?: number
}

/** A refusal on purpose: rolls the transaction back and becomes a registered problem. Only problem-response.ts knows HTTP. */
export class Refusal extends Error {
  readonly slug: ProblemSlug
  readonly extension: RefusalExtension

  constructor(slug: ProblemSlug, extension: RefusalExtension = {}) {
    super(slug)
    this.slug = slug
    this.extension = extension
  }
}

export const notFound = (): Refusal => new Refusal('not-found')

/** One field that cannot be accepted. */
export const invalid = (pointer: string, code: string, part?: string): Refusal =>
  new Refusal('invalid-input', { errors: [{ pointer, code, ...(part === undefined ? {} : { part }) }] })
