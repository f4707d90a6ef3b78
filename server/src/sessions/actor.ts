import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Hat, MembershipState } from '@shequtong/domain/roles/hats'
import type { Role, TerritoryLevel } from '@shequtong/domain/roles/roles'
import { tokenHash } from '../platform/crypto/tokens.ts'
import type { Db } from '../platform/database/db.ts'

/** Who acts, in which capacity. */
export interface Actor {
  readonly personId: string
  readonly sessionId: string
  readonly hat: Hat | undefined
  readonly hatId: string | undefined
  /** Set when the hat is a membership of this community. */
  readonly membershipId: string | undefined
  /** Set when the hat is a role. */
  readonly roleGrantId: string | undefined
  readonly shownName: string
}

interface Row {
  personId: string
  sessionId: string
  hatId: string | null
  communityId: number | null
  subdistrictId: number | null
  districtId: number | null
  memberState: MembershipState | null
  memberKind: MemberKind | null
  tenure: Tenure | null
  memberShownName: string | null
  role: Role | null
  level: TerritoryLevel | null
  territoryId: number | null
  roleShownName: string | null
}

const sessionSql = `
  select s.person_id as "personId", s.session_id as "sessionId", s.acting_hat_id as "hatId",
         m.community_id as "communityId", c.subdistrict_id as "subdistrictId", c.district_id as "districtId",
         m.state as "memberState", m.member_kind as "memberKind", m.tenure, m.shown_name as "memberShownName",
         g.role, g.level, g.territory_id as "territoryId", g.shown_name as "roleShownName"
  from sessions s
  join persons p on p.person_id = s.person_id and p.erased_at is null
  left join memberships m on m.community_id = s.acting_community_id and m.membership_id = s.acting_hat_id
    and m.person_id = s.person_id and m.state <> 'ended'
  left join communities c on c.community_id = m.community_id
  left join role_grants g on s.acting_community_id is null and g.role_grant_id = s.acting_hat_id
    and g.person_id = s.person_id and g.ended_at is null and (g.ends_on is null or g.ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`

/** The living session of `token` with the hat it wears, in one round trip; undefined for a stranger. */
export const actorOf = async (db: Db, token: string, now: Date): Promise<Actor | undefined> => {
  const row = await db.maybe<Row>(sessionSql, [tokenHash(token), now])
  if (row === undefined) return undefined
  const base = { personId: row.personId, sessionId: row.sessionId }
  if (row.role !== null && row.level !== null && row.territoryId !== null && row.hatId !== null)
    return {
      ...base,
      hat: { type: 'role', role: row.role, level: row.level, territoryId: row.territoryId },
      hatId: row.hatId,
      membershipId: undefined,
      roleGrantId: row.hatId,
      shownName: row.roleShownName ?? '',
    }
  if (row.memberState !== null && row.memberKind !== null && row.communityId !== null && row.hatId !== null)
    return {
      ...base,
      hat: {
        type: 'member',
        place: { communityId: row.communityId, subdistrictId: row.subdistrictId ?? 0, districtId: row.districtId ?? 0 },
        state: row.memberState,
        kind: row.memberKind,
        tenure: row.tenure,
      },
      hatId: row.hatId,
      membershipId: row.hatId,
      roleGrantId: undefined,
      shownName: row.memberShownName ?? '',
    }
  return { ...base, hat: undefined, hatId: undefined, membershipId: undefined, roleGrantId: undefined, shownName: '' }
}
