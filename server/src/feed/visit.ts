import type { visitFeed } from '@shequtong/contract/feed'
import { visit as rule } from '@shequtong/domain/posts/visit'
import type { Command } from '../http/call.ts'
import { Refusal } from '../platform/refusal.ts'

const knownSql = `
  select visited_at as "visitedAt", previous_at as "previousAt" from feed_visits
  where community_id = $1 and membership_id = $2 for update`

const upsertSql = `
  insert into feed_visits (community_id, membership_id, visited_at, previous_at) values ($1, $2, $3, $4)
  on conflict (community_id, membership_id) do update set visited_at = excluded.visited_at, previous_at = excluded.previous_at`

/** One row per membership says what is new since the last visit, however much there is to read. */
export const visit: Command<typeof visitFeed> = async (tx, { actor, place, now }) => {
  if (actor.membershipId === undefined) throw new Refusal('not-permitted')
  const key = [place.communityId, actor.membershipId]
  const known = await tx.maybe<{ visitedAt: Date; previousAt: Date | null }>(knownSql, key)
  const { visitedAt, previousAt } = rule(
    known === undefined ? undefined : { ...known, previousAt: known.previousAt ?? undefined },
    now,
  )
  await tx.run(upsertSql, [...key, visitedAt, previousAt ?? null])
  return { newSince: previousAt?.toISOString() ?? null }
}
