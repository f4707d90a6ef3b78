import { encodeCursor } from '../platform/cursor.ts'
import { bytesPerCharacter, type ViewCache } from '../platform/view-cache.ts'
import { Rendered } from './rendered.ts'

export const pageSize = 20

/** A card as most see it; whoever speaks in it themselves gets one of their own. */
export interface Card {
  readonly id: string
  readonly at: Date
  readonly json: string
  /** Who speaks in it: memberships and role grants. */
  readonly speakers: readonly string[]
  readonly viewFor: (hatId: string) => object
}

/** Reads the cards of these ids; one that is gone is left out. */
export type ReadCards = (ids: readonly string[]) => Promise<(Card & { readonly stamp: string })[]>

/** A whole page as most see it. */
interface Page {
  readonly rendered: Rendered
  readonly speakers: ReadonlySet<string>
}

/** The kind of a key (one letter), its id and the state in which it stands there now: `s<uuid> <stamp>`. */
export const idOfKey = (key: string): string => key.slice(1, key.indexOf(' '))

/** Cards by their keys, from memory where they are there in this state already; the others in one read of each kind. */
const cardsOf = async (
  views: ViewCache,
  readers: Readonly<Record<string, ReadCards>>,
  keys: readonly string[],
): Promise<Card[]> => {
  const found = new Map<string, Card>()
  const missing = new Map<string, string[]>()
  for (const key of keys) {
    const known = views.get<Card>(`card ${key}`)
    if (known !== undefined) found.set(idOfKey(key), known)
    else missing.set(key.charAt(0), [...(missing.get(key.charAt(0)) ?? []), idOfKey(key)])
  }
  await Promise.all(
    [...missing].map(async ([kind, ids]) => {
      for (const card of (await readers[kind]?.(ids)) ?? []) {
        views.set(`card ${kind}${card.id} ${card.stamp}`, card, card.json.length * bytesPerCharacter)
        found.set(card.id, card)
      }
    }),
  )
  return keys.flatMap((key) => found.get(idOfKey(key)) ?? [])
}

const render = (cards: readonly Card[], hasMore: boolean, hatId: string | undefined): Rendered => {
  const items = cards.map((card) =>
    hatId !== undefined && card.speakers.includes(hatId) ? JSON.stringify(card.viewFor(hatId)) : card.json,
  )
  const last = cards.at(-1)
  const nextCursor = hasMore && last !== undefined ? encodeCursor([last.at.getTime(), last.id]) : null
  return new Rendered(`{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`)
}

/** The page of these keys, one more of them than it shows when there are more. Neighbours who see the same share it. */
export const pageOfCards = async (
  views: ViewCache,
  readers: Readonly<Record<string, ReadCards>>,
  keys: string | null,
  hatId: string | undefined,
): Promise<Rendered> => {
  if (keys === null || keys === '') return render([], false, hatId)
  const speaksIn = ({ speakers }: Page) => hatId !== undefined && speakers.has(hatId)
  const known = views.get<Page>(keys)
  if (known !== undefined && !speaksIn(known)) return known.rendered
  const each = keys.split(',')
  const cards = await cardsOf(views, readers, each.slice(0, pageSize))
  const hasMore = each.length > pageSize
  if (known === undefined) {
    const page: Page = {
      rendered: render(cards, hasMore, undefined),
      speakers: new Set(cards.flatMap(({ speakers }) => speakers)),
    }
    views.set(keys, page, page.rendered.bytes.length + keys.length * bytesPerCharacter)
    if (!speaksIn(page)) return page.rendered
  }
  return render(cards, hasMore, hatId)
}
