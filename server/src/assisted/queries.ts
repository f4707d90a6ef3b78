import type { HouseholdMember } from '@shequtong/contract/assisted'
import type { Db } from '../platform/database/db.ts'

const consented = (member: string, helper: string) => `exists (select from helper_consents h
    where h.community_id = o.community_id and h.membership_id = ${member} and h.helper_membership_id = ${helper}
      and h.ended_at is null)`

/** The others of the member's dwelling. Who names no dwelling has no household here. */
export const household = (db: Db, communityId: number, membershipId: string): Promise<HouseholdMember[]> =>
  db.many<HouseholdMember>(
    `select o.membership_id as "membershipId", o.shown_name as "shownName", o.tenure,
       ${consented('m.membership_id', 'o.membership_id')} or m.guardian_membership_id is not distinct from o.membership_id as "mayActForMe",
       ${consented('o.membership_id', 'm.membership_id')} or o.guardian_membership_id is not distinct from m.membership_id as "iMayActFor"
     from memberships m
     join memberships o on o.community_id = m.community_id and o.dwelling_id = m.dwelling_id
       and o.state <> 'ended' and o.membership_id <> m.membership_id
     where m.community_id = $1 and m.membership_id = $2 order by o.started_at limit 50`,
    [communityId, membershipId],
  )
