import type { BlockView, LeavingView, MemberRow } from '@shequtong/contract/memberships'
import { mayStateLastDay, regretDays } from '@shequtong/domain/memberships/membership'
import { mayGrant, type Role } from '@shequtong/domain/roles/roles'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { type MembershipRow, membershipSelect, toDomain } from './row.ts'
import { endingOf, memberRow } from './view.ts'

const pageSize = 50

/** The members of one community are few thousand at most: its own rows are read and their words compared. */
const membersSql = `${membershipSelect}
  where m.community_id = $1 and m.state <> 'ended'
    and not exists (select from unnest($4::text[]) word
      where position(word in lower(concat_ws(' ', m.shown_name, m.building_name, s.name, d.room))) = 0)
    and ($2::timestamptz is null or (m.started_at, m.membership_id) < ($2, $3::uuid))
  order by m.started_at desc, m.membership_id desc limit ${pageSize + 1}`

/** The living members, newest first; of those that `search` names by words of name and door, in any order. */
export const members = async (
  db: Db,
  communityId: number,
  { cursor, search = '' }: { readonly cursor?: string | undefined; readonly search?: string | undefined },
): Promise<{ items: MemberRow[]; nextCursor: string | null }> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const bounds = after === undefined ? [null, null] : [cursorDate(after[0]), cursorId(after[1])]
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = await db.many<MembershipRow>(membersSql, [communityId, ...bounds, words])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    items: items.map(memberRow),
    nextCursor: more ? encodeCursor([last.startedAt.getTime(), last.membershipId]) : null,
  }
}

export interface HeldRole {
  role: Role
  shownName: string
}

/** Roles of this community that the person holds now. */
export const rolesHeld = (db: Db, personId: string, communityId: number, now: Date): Promise<HeldRole[]> =>
  db.many<HeldRole>(
    `select role, shown_name as "shownName" from role_grants
     where person_id = $1 and level = 'community' and territory_id = $2 and ended_at is null
       and (ends_on is null or ends_on >= ($3::timestamptz at time zone 'Asia/Shanghai')::date)
     order by granted_at`,
    [personId, communityId, now],
  )

/** Whether the person holds a role, anywhere, that `by` could not have granted. */
export const isOutranked = async (db: Db, personId: string, by: Role): Promise<boolean> => {
  const held = await db.many<{ role: Role }>(`select role from role_grants where person_id = $1 and ended_at is null`, [
    personId,
  ])
  return held.some(({ role }) => !mayGrant(by, role))
}

/** Whether anything but this membership keeps the person here: another membership, a registration that waits, or a role. */
export const isKeptElsewhere = async (db: Db, personId: string, membershipId: string, now: Date): Promise<boolean> => {
  const { kept } = await db.one<{ kept: boolean }>(
    `select exists (select from member_directory where person_id = $1 and membership_id <> $2)
       or exists (select from registrations where person_id = $1 and state in ('submitted', 'askedBack'))
       or exists (select from role_grants where person_id = $1 and ended_at is null
         and (ends_on is null or ends_on >= ($3::timestamptz at time zone 'Asia/Shanghai')::date)) as kept`,
    [personId, membershipId, now],
  )
  return kept
}

const writtenHereSql = `
  select (select count(*)::int from service_requests where community_id = $1 and by_membership_id = $2
      and state in ('submitted', 'read', 'answered', 'reopened', 'resolved', 'merged')) as open,
    (select count(*)::int from photos p
      left join service_request_entries e on e.community_id = p.community_id and e.entry_id = p.entry_id
      left join service_requests r on r.community_id = p.community_id and r.service_request_id = p.service_request_id
      where p.community_id = $1 and p.uploaded_by = $3
        and (e.by_membership_id = $2 or (p.entry_id is null and r.by_membership_id = $2))) as photos`

export const leaving = async (db: Db, row: MembershipRow, communityName: string, now: Date): Promise<LeavingView> => {
  const [written, roles, kept] = await Promise.all([
    db.one<{ open: number; photos: number }>(writtenHereSql, [row.communityId, row.membershipId, row.personId]),
    rolesHeld(db, row.personId, row.communityId, now),
    isKeptElsewhere(db, row.personId, row.membershipId, now),
  ])
  return {
    membershipId: row.membershipId,
    communityName,
    ...endingOf(row),
    regretDays,
    mayStateLastDay: mayStateLastDay(toDomain(row), row.tenure),
    openRequestCount: written.open,
    photoCount: written.photos,
    rolesHeld: roles,
    erasesIdentity: !kept,
  }
}

interface BlockRow {
  blockId: string
  shownName: string | null
  blockedAt: Date
}

/** The person's own list; a name is read once per community. Who left is called what everybody calls them then. */
export const blocksOf = async (db: Db, personId: string, blockId: string | null): Promise<BlockView[]> => {
  const rows = await db.many<BlockRow>(
    `select b.block_id as "blockId", m.shown_name as "shownName", b.blocked_at as "blockedAt"
     from neighbour_blocks b
     left join memberships m on m.community_id = b.community_id and m.membership_id = b.blocked_membership_id
     where b.person_id = $1 and ($2::uuid is null or b.block_id = $2) order by b.blocked_at desc limit 200`,
    [personId, blockId],
  )
  return rows.map((row) => ({
    blockId: row.blockId,
    shownName: row.shownName ?? '',
    blockedAt: row.blockedAt.toISOString(),
  }))
}
