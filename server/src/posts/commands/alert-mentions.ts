import { clockOf } from '@shequtong/domain/mentions/mentions'
import type { CommunityRole } from '@shequtong/domain/roles/roles'
import { alertDue, nextAlert } from '@shequtong/domain/service-requests/clock-alerts'
import type { ClockAlert } from '@shequtong/domain/service-requests/states'
import type { Tx } from '../../platform/database/db.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { appendFact } from '../facts.ts'
import type { PostRow } from '../rows-sql.ts'

type Row = Pick<PostRow, 'communityId' | 'postId' | 'boardId' | 'state' | 'scope' | 'scopeId'> &
  Pick<PostRow, 'byMembershipId' | 'byRoleGrantId'> & {
    mentionId: string
    postReplyId: string | null
    role: CommunityRole
    startedAt: Date
    alerted: ClockAlert | null
    stands: boolean
  }

const dueSql = `
  select mn.community_id as "communityId", mn.mention_id as "mentionId", mn.post_reply_id as "postReplyId", mn.role,
    mn.started_at as "startedAt", mn.alerted, p.post_id as "postId", p.board_id as "boardId", p.state, p.scope,
    p.scope_id as "scopeId", p.by_membership_id as "byMembershipId", p.by_role_grant_id as "byRoleGrantId",
    p.state = 'published' and r.removed_at is null as stands
  from mentions mn
  join posts p on p.community_id = mn.community_id and p.post_id = mn.post_id
  left join post_replies r on r.community_id = mn.community_id and r.post_reply_id = mn.post_reply_id
  where mn.alert_at <= $1 order by mn.alert_at limit $2 for update of mn skip locked`

const saidSql = `update mentions set alerted = $3, alert_at = $4 where community_id = $1 and mention_id = $2`

/** Says what the clocks of mentions say by themselves, up to `limit`; of words that were taken away nothing is said any more. */
export const alertMentions = async (
  tx: Tx,
  territory: TerritoryDirectory,
  now: Date,
  limit: number,
): Promise<number> => {
  const rows = await tx.many<Row>(dueSql, [now, limit])
  for (const row of rows) {
    const { communityId, mentionId, role, postReplyId } = row
    const started = clockOf({ membershipId: null, role }, row.startedAt)
    const clock = started === undefined ? undefined : { ...started, alerted: row.alerted ?? undefined }
    const due = clock === undefined || !row.stands ? undefined : alertDue(clock, now)
    const place = await territory.community(communityId)
    if (clock === undefined || due === undefined || place === undefined) {
      await tx.run(saidSql, [communityId, mentionId, row.alerted, null])
      continue
    }
    const { alert, at } = due
    await tx.run(saidSql, [communityId, mentionId, alert, nextAlert({ ...clock, alerted: alert })?.at ?? null])
    const more = { mentionId, postReplyId, role, alert }
    await appendFact(tx, 'post.mention_alerted', row, { place, byPersonId: undefined, at, more })
  }
  return rows.length
}
