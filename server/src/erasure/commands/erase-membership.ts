import type { Tx } from '../../platform/database/db.ts'
import { goneName } from '../gone-name.ts'
import { eraseRegistrations, type PhotoPlace } from './erase-registrations.ts'

export interface Left {
  readonly communityId: number
  readonly membershipId: string
  readonly personId: string
}

const openStates = `('submitted', 'read', 'answered', 'reopened', 'resolved', 'merged')`

/** What the membership and the registrations of its community say of a person beyond the words they wrote. */
const eraseWords = async (tx: Tx, { communityId, membershipId, personId }: Left): Promise<PhotoPlace[]> => {
  await tx.run(
    `update memberships set shown_name = $3, dwelling_id = null, building_name = null, party = false, reason = null
     where community_id = $1 and membership_id = $2`,
    [communityId, membershipId, goneName],
  )
  await tx.run(`delete from post_views where community_id = $1 and membership_id = $2`, [communityId, membershipId])
  await tx.run(`delete from feed_visits where community_id = $1 and membership_id = $2`, [communityId, membershipId])
  await tx.run(
    `with gone as (
       delete from service_request_supporters where community_id = $1 and membership_id = $2 returning service_request_id)
     update service_requests r set supporter_count = r.supporter_count - 1
     where r.community_id = $1 and r.service_request_id in (select service_request_id from gone)`,
    [communityId, membershipId],
  )
  await tx.run(
    `with gone as (delete from post_likes where community_id = $1 and hat_id = $2 returning post_id)
     update posts p set like_count = p.like_count - 1
     where p.community_id = $1 and p.post_id in (select post_id from gone)`,
    [communityId, membershipId],
  )
  // what they took back themselves, nobody needs any more
  await tx.run(
    `delete from post_edits e using posts p
     where e.community_id = $1 and e.post_reply_id is null and p.community_id = e.community_id and p.post_id = e.post_id
       and p.by_membership_id = $2`,
    [communityId, membershipId],
  )
  await tx.run(
    `delete from post_edits e using post_replies r
     where e.community_id = $1 and r.community_id = e.community_id and r.post_reply_id = e.post_reply_id
       and r.by_membership_id = $2`,
    [communityId, membershipId],
  )
  // their words stay under another name; from where they came goes
  for (const table of ['service_requests', 'service_request_entries', 'posts', 'post_replies'])
    await tx.run(`update ${table} set region = null where community_id = $1 and by_membership_id = $2`, [
      communityId,
      membershipId,
    ])
  // whoever named them keeps their words; the name behind the @ goes
  for (const [table, named] of [
    ['posts', 'n.post_id = w.post_id and n.post_reply_id is null'],
    ['post_edits', 'n.post_id = w.post_id and n.post_reply_id is not distinct from w.post_reply_id'],
    ['post_replies', 'n.post_reply_id = w.post_reply_id'],
  ])
    await tx.run(
      `update ${table} w set text = replace(w.text, '@' || n.words, '@' || $3) from mentions n
       where n.community_id = $1 and n.membership_id = $2 and w.community_id = n.community_id and ${named}`,
      [communityId, membershipId, goneName],
    )
  await tx.run(`delete from mentions where community_id = $1 and membership_id = $2`, [communityId, membershipId])
  await tx.run(`delete from post_reports where community_id = $1 and hat_id = $2`, [communityId, membershipId])
  await tx.run(`delete from notifications where person_id = $1 and community_id = $2`, [personId, communityId])
  await tx.run(
    `delete from neighbour_blocks where community_id = $2 and (person_id = $1 or blocked_membership_id = $3)`,
    [personId, communityId, membershipId],
  )
  return eraseRegistrations(tx, personId, communityId)
}

/**
 * Photos that they put under their own words; the rows go first. Those of a request that is still open stay until it ends,
 * because whoever mends the lamp looks at them; those of a stated result are not theirs and stay.
 */
const erasePhotos = (tx: Tx, { communityId, membershipId }: Left): Promise<PhotoPlace[]> =>
  tx.many<PhotoPlace>(
    `delete from photos p using (
       select p.photo_id from photos p
       left join service_requests r on r.community_id = p.community_id and r.service_request_id = p.service_request_id
       left join service_request_entries e on e.community_id = p.community_id and e.entry_id = p.entry_id
       left join posts o on o.community_id = p.community_id and o.post_id = p.post_id
       left join post_replies w on w.community_id = p.community_id and w.post_reply_id = p.post_reply_id
       left join service_requests q on q.community_id = p.community_id and q.service_request_id = p.paper_of_service_request_id
       where p.community_id = $1 and (q.by_membership_id = $2 or w.by_membership_id = $2
         or (p.post_reply_id is null and o.by_membership_id = $2) or (r.state not in ${openStates}
         and (e.by_membership_id = $2 or (p.entry_id is null and r.by_membership_id = $2))))) mine
     where p.community_id = $1 and p.photo_id = mine.photo_id
     returning p.community_id as "communityId", p.photo_id as "photoId"`,
    [communityId, membershipId],
  )

/** Erases what a membership that ended left behind; returns the photos whose files are to be taken away. */
export const eraseMembership = async (tx: Tx, left: Left): Promise<PhotoPlace[]> => [
  ...(await eraseWords(tx, left)),
  ...(await erasePhotos(tx, left)),
]

/** A request of theirs that goes on, or a message that still has to be sent to the phone. */
export const isAwaited = async (tx: Tx, left: Left): Promise<boolean> => {
  const { awaited } = await tx.one<{ awaited: boolean }>(
    `select exists (select from service_requests where community_id = $1 and by_membership_id = $2 and state in ${openStates})
       or exists (select from text_messages where person_id = $3) as awaited`,
    [left.communityId, left.membershipId, left.personId],
  )
  return awaited
}
