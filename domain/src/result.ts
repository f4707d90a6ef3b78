/** The outcome of a rule: a value, or the reason why not. Rules never throw for what a person may do wrong. */
export type Result<T, V extends Violation = Violation> = Ok<T> | Refused<V>

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Refused<V extends Violation> {
  readonly ok: false
  readonly violation: V
}

/** Why a rule refused. `code` is stable and machine-readable; the words for people live in the web's message files. */
export interface Violation {
  readonly code: string
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const refused = <V extends Violation>(violation: V): Refused<V> => ({ ok: false, violation })
