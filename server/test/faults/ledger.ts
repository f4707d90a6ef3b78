import { isDeepStrictEqual } from 'node:util'

/** What was asked of the server and what it said, as somebody outside of it saw it. Only ever appended to. */
export interface Attempt {
  readonly key: string
  readonly by: string
  readonly endpoint: string
  /** Words that stand in this one write and nowhere else; empty for a write without words. */
  readonly mark: string
  /** Photos that were put under it. */
  readonly photoIds: readonly string[]
  readonly event: 'sent' | 'acknowledged' | 'refused' | 'no-answer'
  readonly status?: number
  readonly reply?: Readonly<Record<string, unknown>>
}

export type Write = Pick<Attempt, 'key' | 'by' | 'endpoint' | 'mark' | 'photoIds'>

export interface Acknowledged extends Write {
  readonly reply: Readonly<Record<string, unknown>>
}

export interface Ledger {
  append(attempt: Attempt): void
  /** Every write that was answered with success, by its key, with its first answer. */
  acknowledged(): Acknowledged[]
  /** Every write that was sent at all, by its key. */
  sent(): Write[]
  /** Keys that were answered with success twice and not about the same. */
  contradictions(): string[]
  count(event: Attempt['event']): number
}

/** What an answer is about; a thread is told as it stands whenever it is asked for, a photo never changes. */
const aboutOf = ({ reply }: Attempt): unknown => reply?.serviceRequestId ?? reply

export const createLedger = (): Ledger => {
  const lines: Attempt[] = []
  const acknowledged = () => lines.filter((line) => line.event === 'acknowledged')
  return {
    append: (attempt) => lines.push(Object.freeze({ ...attempt })),
    acknowledged: () => {
      const first = new Map<string, Acknowledged>()
      for (const line of acknowledged())
        if (!first.has(line.key)) first.set(line.key, { ...line, reply: line.reply ?? {} })
      return [...first.values()]
    },
    sent: () => [...new Map(lines.map((line) => [line.key, line])).values()],
    contradictions: () =>
      [...Map.groupBy(acknowledged(), ({ key }) => key)]
        .filter(([, lines]) => lines.some((line) => !isDeepStrictEqual(aboutOf(line), aboutOf(lines[0] ?? line))))
        .map(([key]) => key),
    count: (event) => lines.filter((line) => line.event === event).length,
  }
}
