import type { FieldError, ProblemSlug } from '@shequtong/contract/problems'

export interface RefusalExtension {
  readonly errors?: FieldError[]
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
export const invalid = (pointer: string, code: string, detail: string = code): Refusal =>
  new Refusal('invalid-input', { errors: [{ pointer, code, detail }] })
