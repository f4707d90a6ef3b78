import type { Db } from '../platform/database/db.ts'

/** What must hold of everything that was merged, after each write and whatever happens at once; each finds what breaks it. */
const invariants: Readonly<Record<string, string>> = {
  'is part of one that is open and no part itself': `
    select d.service_request_id as id from service_requests d
    join service_requests t on t.community_id = d.community_id and t.service_request_id = d.merged_into_id
    where d.state = 'merged'
      and (t.state not in ('submitted', 'read', 'answered', 'reopened') or t.merged_into_id is not null)`,
  'is part of one that is there for its asker to read': `
    select d.service_request_id as id from service_requests d
    join service_requests t on t.community_id = d.community_id and t.service_request_id = d.merged_into_id
    where t.state = 'withdrawn'`,
  'counts what is part of it': `
    select t.service_request_id as id from service_requests t where t.merged_count <> (
      select count(*) from service_requests d
      where d.community_id = t.community_id and d.merged_into_id = t.service_request_id)`,
  'counts every voice once': `
    select t.service_request_id as id from service_requests t where t.supporter_count <> (
      select count(distinct s.membership_id) from service_request_supporters s
      where s.community_id = t.community_id and s.service_request_id = t.service_request_id)`,
  'has no voice by way of what is not part of it': `
    select s.service_request_id as id from service_request_supporters s
    join service_requests v on v.community_id = s.community_id and v.service_request_id = s.via_service_request_id
    where s.via_service_request_id <> s.service_request_id and v.merged_into_id is distinct from s.service_request_id`,
  'has every voice and every asker of what is part of it': `
    select d.service_request_id as id from service_requests d
    join service_requests t on t.community_id = d.community_id and t.service_request_id = d.merged_into_id
    cross join lateral (
      select d.by_membership_id as membership_id
      union select s.membership_id from service_request_supporters s
      where s.community_id = d.community_id and s.service_request_id = d.service_request_id) as said
    where said.membership_id <> t.by_membership_id and not exists (
      select from service_request_supporters s where s.community_id = t.community_id
        and s.service_request_id = t.service_request_id and s.membership_id = said.membership_id)`,
  'is due no later than what is part of it': `
    select t.service_request_id as id from service_requests t
    join service_requests d on d.community_id = t.community_id and d.merged_into_id = t.service_request_id
    where d.state = 'merged' and d.stopped_at is null and t.stopped_at is null and t.paused_ms = 0 and t.paused_at is null
      and t.deadline_at > d.deadline_at`,
  'hides nobody who waits behind an answer': `
    select d.service_request_id as id from service_requests d
    join service_requests t on t.community_id = d.community_id and t.service_request_id = d.merged_into_id
    where d.state = 'merged' and d.stopped_at is null and t.stopped_at is not null`,
  'is pulled forward by nothing but what is part of it': `
    select t.service_request_id as id from service_requests t
    where t.pulled_forward_ms <> 0 and t.merged_count = 0 and t.stopped_at is null`,
}

export const mergingFaults = async (db: Db): Promise<string[]> => {
  const faults: string[] = []
  for (const [claim, sql] of Object.entries(invariants))
    for (const { id } of await db.many<{ id: string }>(sql)) faults.push(`${id}: ${claim}`)
  return faults
}
