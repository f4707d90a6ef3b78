import type { Role } from '@shequtong/domain/roles/roles'
import type pg from 'pg'
import { newToken, tokenHash } from '../../src/platform/crypto/tokens.ts'
import { newId } from '../../src/platform/ids.ts'

export const communityId = 10

export interface Player {
  readonly name: string
  readonly personId: string
  readonly token: string
  /** Of this machine, one for each player: limits count per address, as for people in different homes. */
  readonly address: string
}

export interface Cast {
  readonly members: readonly Player[]
  readonly cadres: readonly Player[]
}

const territorySql = `
  insert into districts values (1, '310113', '宝山区');
  insert into subdistricts values (2, 1, '310113001', '友谊路街道', 'street', 1);
  insert into communities values (10, 2, 1, '310113001010', '宝山九村居委会', '宝山九村', 'neighbourhood', 1)`

/** One community whose members and cadres are signed in. Written as rows: what is tested comes after it. */
export const createCast = async (pool: pg.Pool, memberCount: number): Promise<Cast> => {
  const sql = (text: string, values: unknown[] = []) => pool.query(text, values)
  const now = new Date()
  const compoundId = newId()
  await sql(territorySql)
  await sql(`insert into compounds values ($1, $2, '宝山九村')`, [communityId, compoundId])
  let players = 0

  const signedIn = async (
    name: string,
    hat: (personId: string) => Promise<[string, number | null]>,
  ): Promise<Player> => {
    const [personId, token] = [newId(), newToken()]
    await sql(`insert into persons (person_id, created_at) values ($1, $2)`, [personId, now])
    const [hatId, acting] = await hat(personId)
    await sql(
      `insert into sessions (session_id, token_hash, person_id, acting_hat_id, acting_community_id, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, 'test', $6, $6, '2100-01-01')`,
      [newId(), tokenHash(token), personId, hatId, acting, now],
    )
    players += 1
    return { name, personId, token, address: `127.0.1.${players}` }
  }
  const member = (name: string) =>
    signedIn(name, async (personId) => {
      const [registrationId, hatId] = [newId(), newId()]
      await sql(
        `insert into registrations (community_id, registration_id, person_id, compound_id, member_kind, shown_name, consents, state, submitted_at, exact, differing, on_roll)
         values ($1, $2, $3, $4, 'resident', $5, '{}', 'approved', $6, true, 0, true)`,
        [communityId, registrationId, personId, compoundId, name, now],
      )
      await sql(
        `insert into memberships (community_id, membership_id, person_id, registration_id, compound_id, member_kind, shown_name, state, started_at)
         values ($1, $2, $3, $4, $5, 'resident', $6, 'active', $7)`,
        [communityId, hatId, personId, registrationId, compoundId, name, now],
      )
      return [hatId, communityId]
    })
  const cadre = (role: Role, name: string) =>
    signedIn(name, async (personId) => {
      const hatId = newId()
      await sql(
        `insert into role_grants (role_grant_id, person_id, role, level, territory_id, shown_name, granted_at)
         values ($1, $2, $3, 'community', $4, $5, $6)`,
        [hatId, personId, role, communityId, name, now],
      )
      return [hatId, null]
    })

  const members: Player[] = []
  for (let i = 1; i <= memberCount; i += 1) members.push(await member(`${i}号楼 居民`))
  return { members, cadres: [await cadre('committeeDirector', '孙主任'), await cadre('committeeSecretary', '郭书记')] }
}
