import type { Role, TerritoryLevel } from '@shequtong/domain/roles/roles'
import type { FastifyInstance } from 'fastify'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { witness } from '../../test/support/witness.ts'
import { buildApp } from '../http/app.ts'
import type { Services } from '../http/services.ts'
import { newToken, tokenHash } from '../platform/crypto/tokens.ts'
import { dbOver } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { createViewCache } from '../platform/view-cache.ts'
import { createResponseRules } from '../service-requests/response-rules.ts'
import { createTerritoryDirectory } from '../territory/directory.ts'

const district = 1
export const here = 10
export const elsewhere = 11
export const now = new Date('2026-11-18T02:00:00.000Z')

export interface TestPerson {
  readonly personId: string
  readonly hatId: string
  readonly token: string
}

export interface TestCommunity {
  readonly database: TestDatabase
  readonly compoundId: string
  readonly staircaseId: string
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  member(shownName: string, communityId?: number): Promise<TestPerson>
  cadre(role: Role, shownName: string, communityId?: number): Promise<TestPerson>
  officer(shownName: string): Promise<TestPerson>
  /** The whole API over what these tests need of the outside. */
  app(more?: Partial<Services>, requestsPerMinute?: number): Promise<FastifyInstance>
}

const territorySql = `
  insert into districts values (1, '310113', '宝山区');
  insert into subdistricts values (2, 1, '310113001', '友谊路街道', 'street', 1);
  insert into communities values
    (10, 2, 1, '310113001010', '宝山九村居委会', '宝山九村', 'neighbourhood', 1),
    (11, 2, 1, '310113001011', '宝山十村居委会', '宝山十村', 'neighbourhood', 2)`

/** Two real communities in a database of their own: enough to be a neighbour, a stranger, or from the next one. */
export const createTestCommunity = async (): Promise<TestCommunity> => {
  const database = await createTestDatabase()
  const sql = async (text: string, values: unknown[] = []) => (await database.ownerPool.query(text, values)).rows
  await sql(territorySql)
  const [compoundId, subAreaId, buildingId, staircaseId] = [newId(), newId(), newId(), newId()]
  await sql(`insert into compounds values (10, $1, '宝山九村')`, [compoundId])
  await sql(`insert into sub_areas values (10, $1, $2, '南块', 1)`, [subAreaId, compoundId])
  await sql(`insert into buildings values (10, $1, $2, $3, '92号楼', 1)`, [buildingId, compoundId, subAreaId])
  await sql(`insert into staircases values (10, $1, $2, '1门', 1)`, [staircaseId, buildingId])
  await sql(
    `insert into dwellings (community_id, dwelling_id, staircase_id, room, floor)
    select 10, gen_random_uuid(), $1, floor || '0' || door, floor from generate_series(1, 6) floor, generate_series(1, 2) door`,
    [staircaseId],
  )

  const session = async (hatId: string, communityId: number | null, personId: string): Promise<TestPerson> => {
    const token = newToken()
    await sql(
      `insert into sessions (session_id, token_hash, person_id, acting_hat_id, acting_community_id, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, 'test', $6, $6, $7)`,
      [newId(), tokenHash(token), personId, hatId, communityId, now, new Date(now.getTime() + 86_400_000)],
    )
    return { personId, hatId, token }
  }
  const person = async () => {
    const personId = newId()
    await sql(`insert into persons (person_id, created_at) values ($1, $2)`, [personId, now])
    return personId
  }
  const granted = async (role: Role, level: TerritoryLevel, territoryId: number, shownName: string) => {
    const [personId, hatId] = [await person(), newId()]
    await sql(
      `insert into role_grants (role_grant_id, person_id, role, level, territory_id, shown_name, granted_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [hatId, personId, role, level, territoryId, shownName, now],
    )
    return session(hatId, null, personId)
  }

  return {
    database,
    compoundId,
    staircaseId,
    sql,
    member: async (shownName, communityId = here) => {
      const [personId, registrationId, hatId] = [await person(), newId(), newId()]
      const home = communityId === here ? compoundId : newId()
      if (communityId !== here) await sql(`insert into compounds values ($1, $2, $3)`, [communityId, home, shownName])
      await sql(
        `insert into registrations (community_id, registration_id, person_id, compound_id, member_kind, shown_name, consents, state, submitted_at, exact, differing, on_roll)
         values ($1, $2, $3, $4, 'resident', $5, '{}', 'approved', $6, true, 0, true)`,
        [communityId, registrationId, personId, home, shownName, now],
      )
      await sql(
        `insert into memberships (community_id, membership_id, person_id, registration_id, compound_id, member_kind, shown_name, state, started_at)
         values ($1, $2, $3, $4, $5, 'resident', $6, 'active', $7)`,
        [communityId, hatId, personId, registrationId, home, shownName, now],
      )
      return session(hatId, communityId, personId)
    },
    cadre: (role, shownName, communityId = here) => granted(role, 'community', communityId, shownName),
    officer: (shownName) => granted('districtOfficer', 'district', district, shownName),
    app: (more = {}, requestsPerMinute = 1_000_000) => {
      const pool = database.programPool
      const db = dbOver(pool)
      const settings = {
        publicUrl: 'https://she.example.cn',
        secureCookies: false,
        demo: false,
        secret: Buffer.alloc(32),
      }
      const services = {
        pool,
        db,
        clock: { now: () => now },
        territory: createTerritoryDirectory(db),
        responseRules: createResponseRules(0),
        views: createViewCache(),
        settings,
        ...more,
      }
      return buildApp(services as Services, { requestsPerMinute, witness })
    },
  }
}

/** Who asks, as headers; a write gets a key of its own unless it names one. */
export const as = (person: TestPerson | undefined, key: string = newId()): Record<string, string> => ({
  'idempotency-key': key,
  ...(person === undefined ? {} : { cookie: `shequtong=${person.token}` }),
})
