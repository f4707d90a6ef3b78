import type { Role } from '@shequtong/domain/roles/roles'
import { levelOf } from '@shequtong/domain/roles/roles'
import { createVault } from '../identity/vault.ts'
import { as, createTestCommunity, here, now, type TestPerson } from '../photos/test-community.ts'
import { keyRingOf } from '../platform/crypto/key-ring.ts'
import { generateKeyRing } from '../platform/crypto/key-ring-file.ts'
import { newToken, tokenHash } from '../platform/crypto/tokens.ts'
import { dbOver, transaction } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { append, type Fact } from '../platform/outbox/append.ts'
import { httpSmsSender } from '../platform/sms/sms-sender.ts'
import { createTerritoryDirectory } from '../territory/directory.ts'
import { createRelay } from './relay.ts'

export { elsewhere, here, now, type TestPerson } from '../photos/test-community.ts'

export const subdistrictId = 2
export const districtId = 1

/** A test's clock starts at `now` and moves when told. */
export const createTestClock = () => {
  let at = now
  return {
    now: () => at,
    advance: ({ minutes = 0, hours = 0, days = 0 }: { minutes?: number; hours?: number; days?: number }) => {
      at = new Date(at.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
  }
}

export type TestWorld = Awaited<ReturnType<typeof createTestWorld>>

/** Two communities of a district, the endpoints of this part, and the relay, over a database of their own. */
export const createTestWorld = async () => {
  const community = await createTestCommunity()
  const { sql, database } = community
  const clock = createTestClock()
  const db = dbOver(database.programPool)
  const territory = createTerritoryDirectory(db)
  const vault = createVault(keyRingOf(generateKeyRing('aes-256-gcm/sha-256', now)))
  // nothing listens there: no message of these tests may leave
  const sms = httpSmsSender({ url: 'http://127.0.0.1:9', token: newToken() })
  const services = { pool: database.programPool, db, clock, territory, vault, sms }
  const app = await community.app({ clock })
  const relay = createRelay(services)

  const stay = async (person: Promise<TestPerson>) => {
    const { personId } = await person
    await sql(`update sessions set expires_at = '2030-01-01' where person_id = $1`, [personId])
    return person
  }

  const officer = async (role: Role, territoryId: number): Promise<TestPerson> => {
    const [personId, hatId, token] = [newId(), newId(), newToken()]
    await sql(`insert into persons (person_id, created_at) values ($1, $2)`, [personId, now])
    await sql(
      `insert into role_grants (role_grant_id, person_id, role, level, territory_id, shown_name, granted_at)
       values ($1, $2, $3, $4, $5, '周科长', $6)`,
      [hatId, personId, role, levelOf(role), territoryId, now],
    )
    await sql(
      `insert into sessions (session_id, token_hash, person_id, acting_hat_id, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, 'test', $5, $5, '2030-01-01')`,
      [newId(), tokenHash(token), personId, hatId, now],
    )
    return { personId, hatId, token }
  }

  const call = async (person: TestPerson | undefined, method: 'GET' | 'POST', path: string, body?: object) => {
    const url = `/api/v1${path}`
    const reply = await app.inject({
      method,
      url,
      headers: as(person),
      ...(body === undefined ? {} : { payload: body }),
    })
    return { status: reply.statusCode, body: reply.json() }
  }

  const submit = async (person: TestPerson, text: string, more: object = {}, communityId = here): Promise<string> => {
    const reply = await call(person, 'POST', `/communities/${communityId}/service-requests`, {
      kind: 'matter',
      text,
      place: '92号楼门口',
      ...more,
    })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    return reply.body.serviceRequestId
  }

  const act = async (person: TestPerson, serviceRequestId: string, action: string, body: object = {}) => {
    const reply = await call(
      person,
      'POST',
      `/communities/${here}/service-requests/${serviceRequestId}/${action}`,
      body,
    )
    if (reply.status !== 200) throw new Error(`${action}: ${JSON.stringify(reply.body)}`)
  }

  return {
    sql,
    clock,
    services,
    settings: { publicUrl: 'https://she.example.cn', secureCookies: false, demo: false, secret: Buffer.alloc(32) },
    relay,
    app,
    call,
    submit,
    act,
    officer,
    member: (name: string, communityId?: number) => stay(community.member(name, communityId)),
    cadre: (role: Role, name: string, communityId?: number) => stay(community.cadre(role, name, communityId)),
    append: (fact: Omit<Fact, 'at'>) =>
      transaction(database.programPool, (tx) => append(tx, { ...fact, at: clock.now() })),
    close: async () => {
      await relay.stop()
      await app.close()
      await database.drop()
    },
  }
}
