import type { Region } from '@shequtong/domain/regions/regions'
import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Hat, MembershipState } from '@shequtong/domain/roles/hats'
import type { Role, TerritoryLevel } from '@shequtong/domain/roles/roles'
import { tokenHash } from '../platform/crypto/tokens.ts'
import type { Db } from '../platform/database/db.ts'
import type { TerritoryDirectory } from '../territory/directory.ts'

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
  /** Shows the Party badge; a role shows none. */
  readonly party: boolean
  /** From where this request came, of writes alone; undefined where its address says nothing. */
  readonly region?: Region | undefined
}

/**
 * Something that is asked for in the same statement as the session: a scalar expression of SQL that gives text. It may name the
 * session `s`; its own parameters begin with `$3`. Nothing of it may be shown before permission is decided.
 */
export interface Ahead {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** A living session, and what was asked for with it. */
export interface SessionFound {
  readonly actor: Actor
  readonly ahead: string | null
}

interface Row {
  personId: string
  sessionId: string
  hatId: string | null
  communityId: number | null
  memberState: MembershipState | null
  memberKind: MemberKind | null
  tenure: Tenure | null
  party: boolean | null
  role: Role | null
  level: TerritoryLevel | null
  territoryId: number | null
  shownName: string | null
  ahead: string | null
}

// whoever was erased has no living session: the database sees to that (0007)
const sqlWith = (ahead: string) => `
  select s.person_id as "personId", s.session_id as "sessionId", s.acting_hat_id as "hatId",
         m.community_id as "communityId", m.state as "memberState", m.member_kind as "memberKind", m.tenure, m.party,
         g.role, g.level, g.territory_id as "territoryId", coalesce(m.shown_name, g.shown_name) as "shownName",
         ${ahead} as ahead
  from sessions s
  left join memberships m on m.community_id = s.acting_community_id and m.membership_id = s.acting_hat_id
    and m.person_id = s.person_id and m.state <> 'ended'
  left join role_grants g on s.acting_community_id is null and g.role_grant_id = s.acting_hat_id
    and g.person_id = s.person_id and g.ended_at is null and (g.ends_on is null or g.ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`

const nothingAhead: Ahead = { sql: 'null', values: [] }
const texts = new Map<string, string>()
const textWith = (ahead: string): string => {
  const known = texts.get(ahead)
  if (known !== undefined) return known
  const text = sqlWith(ahead)
  texts.set(ahead, text)
  return text
}

const hatOf = async (row: Row, territory: TerritoryDirectory): Promise<Hat | undefined> => {
  if (row.hatId === null) return undefined
  if (row.role !== null && row.level !== null && row.territoryId !== null)
    return { type: 'role', role: row.role, level: row.level, territoryId: row.territoryId }
  if (row.memberState === null || row.memberKind === null || row.communityId === null) return undefined
  const place = await territory.community(row.communityId)
  if (place === undefined) return undefined
  const { communityId, subdistrictId, districtId } = place
  return {
    type: 'member',
    place: { communityId, subdistrictId, districtId },
    state: row.memberState,
    kind: row.memberKind,
    tenure: row.tenure,
  }
}

/** The living session of `token` with the hat it wears and what else was asked for, in one statement; undefined for a stranger. */
export const sessionOf = async (
  db: Db,
  territory: TerritoryDirectory,
  token: string,
  now: Date,
  { sql, values }: Ahead = nothingAhead,
): Promise<SessionFound | undefined> => {
  const row = await db.maybe<Row>(textWith(sql), [tokenHash(token), now, ...values])
  if (row === undefined) return undefined
  const hat = await hatOf(row, territory)
  const hatId = hat === undefined ? undefined : (row.hatId ?? undefined)
  return {
    actor: {
      personId: row.personId,
      sessionId: row.sessionId,
      hat,
      hatId,
      membershipId: hat?.type === 'member' ? hatId : undefined,
      roleGrantId: hat?.type === 'role' ? hatId : undefined,
      shownName: hat === undefined ? '' : (row.shownName ?? ''),
      party: hat?.type === 'member' && row.party === true,
    },
    ahead: row.ahead,
  }
}
