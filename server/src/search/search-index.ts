import type { EventType } from '@shequtong/contract/events'
import type pg from 'pg'
import { type Tx, transaction } from '../platform/database/db.ts'
import { waitForTurn } from '../platform/outbox/claim.ts'
import type { Consumer } from '../platform/outbox/consumer.ts'
import { indexNewSubjects, indexSubjects } from './documents.ts'

/** Facts after which everything can be found by the same words and by the same people as before. */
const withoutWords: readonly EventType[] = [
  'service_request.read',
  'service_request.receipt_kept',
  'service_request.noted',
  'service_request.suspended',
  'service_request.resumed',
  'service_request.reminded',
  'service_request.looked_into',
]

/** Keeps `search_documents` as the words stand that were said; it reads them itself, because facts carry none. */
export const searchIndex: Consumer = {
  name: 'search-index',
  consume: async (events, { tx }) => {
    const subjects = new Map(
      events
        .filter(({ type }) => type.startsWith('service_request.') && !withoutWords.includes(type))
        .map((event) => [event.aggregateId, event.communityId]),
    )
    await indexSubjects(tx, { communityIds: [...subjects.values()], subjectIds: [...subjects.keys()] })
  },
}

const pageSize = 1_000

const pageSql = `
  select community_id as "communityId", service_request_id as "subjectId" from service_requests
  where (community_id, service_request_id) > ($1, $2) order by community_id, service_request_id limit ${pageSize}`

interface Key {
  communityId: number
  subjectId: string
}

const beforeAll: Key = { communityId: 0, subjectId: '00000000-0000-0000-0000-000000000000' }

const nextPage = (tx: Tx, { communityId, subjectId }: Key) => tx.many<Key>(pageSql, [communityId, subjectId])

/**
 * Makes `search_documents` anew from what stands there, in one transaction: whoever searches finds by the old until it commits, and
 * the relay waits. Returns how many subjects it read.
 */
export const rebuildSearch = (pool: pg.Pool): Promise<number> =>
  transaction(pool, async (tx) => {
    await waitForTurn(tx)
    await tx.run(`delete from search_documents`)
    let read = 0
    let last = beforeAll
    for (;;) {
      const page = await nextPage(tx, last)
      const end = page.at(-1)
      if (end === undefined) return read
      await indexNewSubjects(tx, {
        communityIds: page.map(({ communityId }) => communityId),
        subjectIds: page.map(({ subjectId }) => subjectId),
      })
      read += page.length
      last = end
    }
  })
