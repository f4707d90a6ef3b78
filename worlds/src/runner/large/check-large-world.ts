import { openStates } from '@shequtong/domain/service-requests/states'
import { isStatedResult } from '@shequtong/domain/text/stated-result'
import { isSubstantiveAnswer } from '@shequtong/domain/text/substantive-answer'
import type { Instant } from '@shequtong/domain/time'
import type pg from 'pg'

/** A rule of the house, and how many rows of this database break it. */
export interface Checked {
  readonly rule: string
  readonly broken: number
}

/** Each counts rows that break it; `$1`: until when clocks have said what they say by themselves. */
const rules: Readonly<Record<string, string>> = {
  'an entry of a thread has its number, and the thread their count': `
    select count(*) from service_requests r left join lateral (
      select count(*) as entries, coalesce(max(number), 0) as highest from service_request_entries e
      where e.community_id = r.community_id and e.service_request_id = r.service_request_id) e on true
    where r.entry_count <> e.entries or e.highest <> e.entries`,
  'entries stand in the order of their time': `
    select count(*) from (select at, lag(at) over (partition by community_id, service_request_id order by number) as before
      from service_request_entries) e where at < before`,
  '我也是 is counted as often as it was said': `
    select count(*) from service_requests r where r.supporter_count <> (select count(distinct s.membership_id)
      from service_request_supporters s where s.community_id = r.community_id and s.service_request_id = r.service_request_id)`,
  'nobody says 我也是 to themselves': `
    select count(*) from service_request_supporters s join service_requests r using (community_id, service_request_id)
    where s.membership_id = r.by_membership_id`,
  'words below a post are counted as often as they were said': `
    select count(*) from posts p where p.reply_count <> (select count(*) from post_replies r
      where r.community_id = p.community_id and r.post_id = p.post_id and r.removed_at is null)`,
  'the three times follow one another': `
    select count(*) from service_requests where read_at < submitted_at or answered_at < read_at or resolved_at < answered_at
      or ended_at < submitted_at`,
  'an answered request has its first answer, at that time': `
    select count(*) from service_requests r where r.answered_at is distinct from (select min(e.at)
      from service_request_entries e where e.community_id = r.community_id and e.service_request_id = r.service_request_id
        and e.kind in ('answer', 'result'))
      and not exists (select from events e where e.community_id = r.community_id and e.aggregate_id = r.service_request_id
        and e.type in ('service_request.reply_accepted', 'service_request.reply_endorsed'))`,
  'what is ended says how': `
    select count(*) from service_requests r where r.state = any('{confirmed,unconfirmed,withdrawn}') and not exists (
      select from service_request_entries e where e.community_id = r.community_id and e.service_request_id = r.service_request_id
        and e.kind = case r.state when 'confirmed' then 'confirmation' when 'unconfirmed' then 'lapse' else 'withdrawal' end)`,
  'silence ends nothing before seven whole days': `
    select count(*) from service_requests where state = 'unconfirmed'
      and ended_at < date_trunc('day', resolved_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' + interval '8 days'`,
  'a promise that was not kept stands in the thread': `
    select count(*) from service_requests r where r.reopened_count = 0 and r.suspension_kind is null
      and coalesce(r.stopped_at, $1::timestamptz) > r.deadline_at + interval '1 second' and not exists (
        select from service_request_entries e where e.community_id = r.community_id
          and e.service_request_id = r.service_request_id and e.kind = 'breach')`,
  'an open request is not ended, and an ended one not open': `
    select count(*) from service_requests where (ended_at is null) <> (state = any('{${[...openStates, 'resolved'].join(',')}}'))`,
  'nobody speaks before they are a neighbour': `
    select count(*) from (
      select community_id, by_membership_id as membership_id, submitted_at as at from service_requests
      union all select community_id, by_membership_id, at from service_request_entries where by_membership_id is not null
      union all select community_id, membership_id, at from service_request_supporters
      union all select community_id, by_membership_id, published_at from posts where by_membership_id is not null
      union all select community_id, by_membership_id, at from post_replies where by_membership_id is not null) said
    join memberships m using (community_id, membership_id) where said.at < m.started_at`,
  'nobody hears of what only the committee reads': `
    select count(*) from service_requests r where r.visibility = 'private' and (r.supporter_count > 0 or exists (
      select from service_request_entries e where e.community_id = r.community_id and e.service_request_id = r.service_request_id
        and e.by_membership_id <> r.by_membership_id and e.filed_by_membership_id is null))`,
  'nothing happens in the future': `
    select (select count(*) from service_requests where submitted_at > now())
      + (select count(*) from service_request_entries where at > now())
      + (select count(*) from posts where published_at > now() and state = 'published')
      + (select count(*) from post_replies where at > now())`,
  'every act has its fact': `
    select (select count(*) from service_requests r where not exists (select from events e where e.community_id = r.community_id
        and e.aggregate_id = r.service_request_id and e.type = 'service_request.submitted'))
      + (select count(*) from posts p where p.state = 'published' and p.signed_by is null and not exists (select from events e
        where e.community_id = p.community_id and e.aggregate_id = p.post_id and e.type = 'post.published'))`,
  'the last fact of a request says how it stands': `
    select count(*) from service_requests r join lateral (
      select payload from events e where e.community_id = r.community_id and e.aggregate_id = r.service_request_id
        and e.type like 'service_request.%' order by sequence desc limit 1) last on true
    where last.payload->>'state' <> r.state`,
  'the command center counts what was submitted': `
    select abs((select coalesce(sum(count), 0) from rollup_totals where level = 'district' and metric = 'submitted')
      - (select count(*) from events where relayed_at is not null and type = 'service_request.submitted'))`,
}

const wordRules: Readonly<Record<string, { readonly kind: string; readonly holds: (text: string) => boolean }>> = {
  'an answer says something': { kind: 'answer', holds: isSubstantiveAnswer },
  'a result is stated': { kind: 'result', holds: isStatedResult },
  'a receipt says nothing': { kind: 'receipt', holds: (text) => !isSubstantiveAnswer(text) },
}

/** Looks at every row of the database that is reached with `pool`, as its owner, whoever wrote it. `until`: when the world ends. */
export const checkLargeWorld = async (pool: Pick<pg.Pool, 'query'>, until: Instant): Promise<readonly Checked[]> => {
  const found: Checked[] = []
  for (const [rule, sql] of Object.entries(rules)) {
    const { rows } = await pool.query<{ count: string }>({
      text: `select (${sql})::bigint as count`,
      values: sql.includes('$1') ? [until] : [],
    })
    found.push({ rule, broken: Number(rows[0]?.count) })
  }
  for (const [rule, { kind, holds }] of Object.entries(wordRules)) {
    const { rows } = await pool.query<{ text: string; count: number }>(
      `select text, count(*)::int as count from service_request_entries where kind = $1 group by text`,
      [kind],
    )
    found.push({ rule, broken: rows.filter(({ text }) => !holds(text)).reduce((sum, { count }) => sum + count, 0) })
  }
  return found
}
