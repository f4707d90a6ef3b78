import type { EventType } from '@shequtong/contract/events'
import { type SearchedKind, searchedKinds } from '@shequtong/domain/search/searched-kinds'
import type pg from 'pg'
import { type Tx, transaction } from '../platform/database/db.ts'
import { waitForTurn } from '../platform/outbox/claim.ts'
import type { Consumer } from '../platform/outbox/consumer.ts'
import { indexNewSubjects, indexSubjects } from './documents.ts'
import { searchedSubjects } from './subjects.ts'

/** Facts after which everything can be found by the same words and by the same people as before. */
const withoutWords: readonly EventType[] = [
  'service_request.read',
  'service_request.receipt_kept',
  'service_request.noted',
  'service_request.suspended',
  'service_request.resumed',
  'service_request.reminded',
  'service_request.looked_into',
  'post.liked',
  'post.unliked',
  'post.mentioned',
  'post.mention_read',
  'post.mention_answered',
  'post.mention_alerted',
  'post.reported',
  'post.report_decided',
  'post.pinned',
  'post.unpinned',
]

/** How facts about a kind of subject begin. */
const factsOf: Readonly<Record<SearchedKind, string>> = { serviceRequest: 'service_request', post: 'post' }

/** Keeps `search_documents` as the words stand that were said; it reads them itself, because facts carry none. */
export const searchIndex: Consumer = {
  name: 'search-index',
  consume: async (events, { tx }) => {
    for (const kind of searchedKinds) {
      const subjects = new Map(
        events
          .filter(({ type }) => type.startsWith(`${factsOf[kind]}.`) && !withoutWords.includes(type))
          .map((event) => [event.aggregateId, event.communityId]),
      )
      await indexSubjects(tx, kind, { communityIds: [...subjects.values()], subjectIds: [...subjects.keys()] })
    }
  },
}

interface Key {
  communityId: number
  subjectId: string
}

const beforeAll: Key = { communityId: 0, subjectId: '00000000-0000-0000-0000-000000000000' }

const nextPage = (tx: Tx, kind: SearchedKind, { communityId, subjectId }: Key) =>
  tx.many<Key>(searchedSubjects[kind].keysSql, [communityId, subjectId])

/** Writes the documents of every subject of one kind; returns how many it read. */
const indexAll = async (tx: Tx, kind: SearchedKind): Promise<number> => {
  let read = 0
  let last = beforeAll
  for (;;) {
    const page = await nextPage(tx, kind, last)
    const end = page.at(-1)
    if (end === undefined) return read
    await indexNewSubjects(tx, kind, {
      communityIds: page.map(({ communityId }) => communityId),
      subjectIds: page.map(({ subjectId }) => subjectId),
    })
    read += page.length
    last = end
  }
}

/**
 * Makes `search_documents` anew from what stands there, in one transaction: whoever searches finds by the old until it commits, and
 * the relay waits. Returns how many subjects it read.
 */
export const rebuildSearch = (pool: pg.Pool): Promise<number> =>
  transaction(pool, async (tx) => {
    await waitForTurn(tx)
    await tx.run(`delete from search_documents`)
    let read = 0
    for (const kind of searchedKinds) read += await indexAll(tx, kind)
    return read
  })
