import type { ReportedWords } from '@shequtong/contract/reports'
import { mayDecideReport, type ReportOutcome } from '@shequtong/domain/posts/report'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { pageSize } from '../http/card-pages.ts'
import { keysetPage, type Page, pageSql } from '../http/keyset-page.ts'
import type { Db, Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../sessions/actor.ts'
import { hatOf } from './access.ts'
import { appendFact } from './facts.ts'
import { type PostRow, postAuthor, postColumns, replyColumns } from './rows-sql.ts'
import { isAuthor, voiceIn } from './view.ts'

const closeSql = (which: string) => `
  update post_reports set outcome = $3, decided_at = $4, decided_by_role_grant_id = $5, decision_id = $6
  where community_id = $1 and post_id = $2 and outcome is null ${which}`
const closePostSql = closeSql('')
const closePartSql = closeSql('and post_reply_id is not distinct from $7')

/**
 * Ends the reports that wait about these words, with what came of them. With a post that is taken away those about its replies end,
 * too. Nothing where there are none.
 */
export const closeReports = async (
  tx: Tx,
  about: { readonly post: PostRow; readonly postReplyId: string | null; readonly outcome: ReportOutcome },
  by: { readonly place: CommunityPlace; readonly actor: Actor; readonly now: Date },
): Promise<void> => {
  const { post, postReplyId, outcome } = about
  const { place, actor, now } = by
  const decisionId = newId()
  const key = [post.communityId, post.postId, outcome, now, actor.roleGrantId ?? null, decisionId]
  const closed =
    postReplyId === null && outcome === 'removed'
      ? await tx.run(closePostSql, key)
      : await tx.run(closePartSql, [...key, postReplyId])
  if (closed === 0) return
  await appendFact(tx, 'post.report_decided', post, {
    place,
    byPersonId: actor.personId,
    at: now,
    more: { postReplyId, outcome, decisionId },
  })
}

const shownReports = 20

/** The longest waiting first; `part`: the reply, or the post itself. */
const waitingSql = pageSql(
  (after) => `
  with waiting as (
    select o.post_id, o.post_reply_id, coalesce(o.post_reply_id, o.post_id) as part_id, min(o.reported_at) as since,
      count(*)::int as count,
      (array_agg(json_build_object('reason', o.reason, 'words', o.words) order by o.reported_at, o.post_report_id))[1:${shownReports}] as reports
    from post_reports o where o.community_id = $1 and o.outcome is null
    group by o.post_id, o.post_reply_id ${after}
    order by since, part_id limit ${pageSize + 1})
  select w.post_reply_id as "postReplyId", w.part_id as "partId", w.since, w.count as "reportCount", w.reports,
    (select row_to_json(x) from (
      select ${postColumns} from posts p ${postAuthor} where p.community_id = $1 and p.post_id = w.post_id) x) as post,
    (select row_to_json(y) from (
      select ${replyColumns} from post_replies p ${postAuthor}
      where p.community_id = $1 and p.post_reply_id = w.post_reply_id) y) as reply
  from waiting w order by w.since, w.part_id`,
  'having (min(o.reported_at), coalesce(o.post_reply_id, o.post_id)) > ($2::timestamptz, $3::uuid)',
)

/** As JSON gives them; instants are texts. */
type Said = Parameters<typeof voiceIn>[0] & { readonly text: string }
interface Row {
  postReplyId: string | null
  partId: string
  since: Date
  reportCount: number
  reports: ReportedWords['reports']
  post: Said & Pick<PostRow, 'postId' | 'boardId' | 'title'>
  reply: Said | null
}

/** What waits to be decided. Of whoever reported it nothing is read. */
export const reportedIn = (
  db: Db,
  actor: Actor,
  communityId: number,
  cursor: string | undefined,
): Promise<Page<ReportedWords>> => {
  const hat = hatOf(actor)
  return keysetPage<Row, ReportedWords>(db, waitingSql, [communityId], cursor, {
    view: ({ post, reply, postReplyId, since, reportCount, reports }) => {
      const said = reply ?? post
      return {
        postId: post.postId,
        postReplyId,
        boardId: post.boardId,
        by: voiceIn(said, actor.hatId),
        title: reply === null ? post.title : null,
        text: said.text,
        since: since.toISOString(),
        reportCount,
        reports,
        mayDecide: mayDecideReport(hat, isAuthor(said, actor.hatId)),
      }
    },
    at: ({ since }) => since,
    id: ({ partId }) => partId,
  })
}
