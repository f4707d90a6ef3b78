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

export interface Chosen {
  readonly choose: (mention: Mention) => void
  /** Who is still named in the words as they are sent. */
  readonly namedIn: (text: string) => Mention[]
  readonly forget: () => void
}

const isSame = (one: Mention, other: Mention): boolean =>
  one.membershipId === other.membershipId && one.role === other.role

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
  }
}
