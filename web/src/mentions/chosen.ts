import type { Mention } from '@shequtong/domain/mentions/mentions'
import { useState } from 'preact/hooks'

const keyOf = (name: string): string => `shequtong.named.${name}`

const isMention = (one: unknown): one is Mention =>
  typeof one === 'object' && one !== null && typeof (one as Partial<Mention>).words === 'string'

const read = (name: string): readonly Mention[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isMention) : []
  } catch {
    return []
  }
}

const write = (name: string, chosen: readonly Mention[]): void => {
  try {
    if (chosen.length === 0) localStorage.removeItem(keyOf(name))
    else localStorage.setItem(keyOf(name), JSON.stringify(chosen))
  } catch {}
}

const isSame = (one: Mention, other: Mention): boolean =>
  one.membershipId === other.membershipId && one.role === other.role

export interface Chosen {
  readonly choose: (mention: Mention) => void
  /** Who is still named in the words as they are sent. */
  readonly namedIn: (text: string) => Mention[]
  readonly forget: () => void
  /** Of words that were taken back. */
  readonly add: (sent: readonly object[] | undefined) => void
}

/** Whom words name that were taken back, as they were sent. */
export const putIntoChosen = (name: string, sent: readonly object[] = []): void => {
  const added = sent.filter(isMention)
  if (added.length > 0)
    write(name, [...read(name).filter((one) => !added.some((other) => isSame(one, other))), ...added])
}

/** Whom half-written words name, kept on this device with them; `name`: that of the words. */
export const useChosen = (name: string): Chosen => {
  const [chosen, setChosen] = useState(() => read(name))
  const keep = (next: readonly Mention[]) => {
    write(name, next)
    setChosen(next)
  }
  return {
    choose: (mention) => keep([...chosen.filter((one) => !isSame(one, mention)), mention]),
    namedIn: (text) => chosen.filter(({ words }) => text.includes(`@${words}`)),
    forget: () => keep([]),
    add: (sent) => {
      putIntoChosen(name, sent)
      setChosen(read(name))
    },
  }
}
