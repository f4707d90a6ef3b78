import type { keepInboxView, removeInboxView } from '@shequtong/contract/inbox-views'
import * as rules from '@shequtong/domain/service-requests/inbox-views'
import type { Command } from '../../http/call.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { viewsOf } from '../queries.ts'

/** Two that are kept at once under one hat wait for each other: there is never one too many. */
const lockSql = `select pg_advisory_xact_lock(hashtext('inbox_views ' || $1::text))`

const keepSql = `
  insert into inbox_views (community_id, inbox_view_id, role_grant_id, name, show, kind, q) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (community_id, role_grant_id, name) do update set show = excluded.show, kind = excluded.kind, q = excluded.q`

export const keep: Command<typeof keepInboxView> = async (tx, { actor, place: { communityId }, input }) => {
  const { show, kind, q } = input.body
  const name = input.body.name.trim()
  await tx.run(lockSql, [actor.roleGrantId])
  const { items } = await viewsOf(tx, communityId, actor)
  const part = { show: show ?? undefined, kind: kind ?? undefined, q: q ?? undefined }
  const may = rules.keepInboxView(name, part, items.filter((one) => one.name !== name).length)
  if (!may.ok) throw new Refusal('rule-refused', { code: may.violation.code })
  await tx.run(keepSql, [communityId, newId(), actor.roleGrantId, name, show, kind, q])
  return viewsOf(tx, communityId, actor)
}

export const remove: Command<typeof removeInboxView> = async (tx, { actor, place: { communityId }, input }) => {
  const removed = await tx.run(
    `delete from inbox_views where community_id = $1 and role_grant_id = $2 and inbox_view_id = $3`,
    [communityId, actor.roleGrantId, input.params.inboxViewId],
  )
  if (removed === 0) throw notFound()
  return viewsOf(tx, communityId, actor)
}
