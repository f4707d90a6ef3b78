import type { Services } from '@shequtong/server/http/services'
import { newToken, tokenHash } from '@shequtong/server/platform/crypto/tokens'
import type { Database } from '@shequtong/server/platform/database/connect'
import { newId } from '@shequtong/server/platform/ids'
import { runDemoWorld } from '@shequtong/worlds/runner/run-demo-world'
import { createBenchServices } from './services.ts'

export interface Player {
  readonly communityId: number
  /** The board on which neighbours write what they like. */
  readonly boardId: string
  readonly hatId: string
  readonly token: string
}

export interface BenchWorld {
  /** 200 different people, in the communities of the demo that have members. */
  readonly members: readonly Player[]
  /** The committees of the same communities, signed in on as many devices. */
  readonly cadres: readonly Player[]
  readonly officer: Player
  readonly districtId: number
  /** Those of the members. */
  readonly subdistrictIds: readonly number[]
  readonly communityIds: readonly number[]
}

const memberCount = 200

/** Fills an empty database. */
export type TellWorld = (services: Services, ownerPool: Database['ownerPool']) => Promise<void>

export const tellDemo: TellWorld = (services, ownerPool) => runDemoWorld(services, ownerPool, new Date())

/** More neighbours of those who are there: a copy of one with a person of its own, until a community has its share. */
const moreNeighboursSql = `
  with lacking as (
    select gen_random_uuid() as person_id, gen_random_uuid() as registration_id, gen_random_uuid() as membership_id
    from generate_series(1, $2::int)),
  made as (insert into persons (person_id, created_at) select person_id, now() from lacking),
  one as (
    select * from memberships where community_id = $1 and state = 'active' and member_kind = 'resident' limit 1),
  registered as (
    insert into registrations (community_id, registration_id, person_id, compound_id, member_kind, tenure, shown_name, consents, state, submitted_at, exact, differing, on_roll)
    select $1, l.registration_id, l.person_id, o.compound_id, 'resident', o.tenure, o.shown_name, '{}', 'approved', now(), true, 0, true from lacking l, one o)
  insert into memberships (community_id, membership_id, person_id, registration_id, compound_id, dwelling_id, member_kind, tenure, shown_name, building_name, state, started_at)
  select $1, l.membership_id, l.person_id, l.registration_id, o.compound_id, o.dwelling_id, 'resident', o.tenure, o.shown_name, o.building_name, 'active', now() from lacking l, one o`

const floorTablesSql = `
  create table bench_floor_first (community_id int not null, id uuid not null, text text not null, at timestamptz not null, primary key (community_id, id));
  create table bench_floor_second (community_id int not null, id uuid not null, payload jsonb not null, at timestamptz not null, primary key (community_id, id))`

/** A world, brought up to 200 members who are signed in, and the tables of the floors. */
export const createBenchWorld = async (dataDir: string, database: Database, tell: TellWorld): Promise<BenchWorld> => {
  const { ownerPool } = database
  const services = await createBenchServices(dataDir, database)
  await tell(services, ownerPool)
  const sql = async <Row>(text: string, values: unknown[] = []) => (await ownerPool.query(text, values)).rows as Row[]
  await sql(floorTablesSql)

  const boards = new Map(
    (
      await sql<{ communityId: number; boardId: string }>(
        `select community_id as "communityId", board_id as "boardId" from boards where kind = 'exchange'`,
      )
    ).map(({ communityId, boardId }) => [communityId, boardId]),
  )
  const signIn = async (personId: string, hatId: string, communityId: number, asMember: boolean): Promise<Player> => {
    const token = newToken()
    await sql(
      `insert into sessions (session_id, token_hash, person_id, acting_hat_id, acting_community_id, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, 'bench', now(), now(), now() + interval '1 day')`,
      [newId(), tokenHash(token), personId, hatId, asMember ? communityId : null],
    )
    return { communityId, boardId: boards.get(communityId) ?? '', hatId, token }
  }

  const communities = await sql<{ communityId: number; count: number }>(
    `select m.community_id as "communityId", count(*)::int from memberships m
     where m.state = 'active' and exists (select 1 from role_grants g where g.level = 'community'
       and g.territory_id = m.community_id and g.role = 'committeeDirector' and g.ended_at is null)
     group by 1 order by 2 desc limit 4`,
  )
  const communityIds = communities.map(({ communityId }) => communityId)
  const share = memberCount / communities.length
  const members: Player[] = []
  const cadres: Player[] = []
  for (const { communityId } of communities) {
    const residentsSql = `select person_id as "personId", membership_id as "hatId" from memberships
      where community_id = $1 and state = 'active' and member_kind = 'resident' and tenure is not null order by membership_id limit ${share}`
    const there = await sql(residentsSql, [communityId])
    await sql(moreNeighboursSql, [communityId, share - there.length])
    const residents = await sql<{ personId: string; hatId: string }>(residentsSql, [communityId])
    const committee = await sql<{ personId: string; hatId: string }>(
      `select person_id as "personId", role_grant_id as "hatId" from role_grants where level = 'community' and territory_id = $1
         and role in ('committeeDirector', 'committeeSecretary', 'committeeMember') and ended_at is null`,
      [communityId],
    )
    for (const [n, { personId, hatId }] of residents.entries()) {
      members.push(await signIn(personId, hatId, communityId, true))
      const cadre = committee[n % committee.length]
      if (cadre !== undefined) cadres.push(await signIn(cadre.personId, cadre.hatId, communityId, false))
    }
  }
  const [officer] = await sql<{ personId: string; hatId: string; districtId: number }>(
    `select person_id as "personId", role_grant_id as "hatId", territory_id as "districtId" from role_grants
     where role = 'districtOfficer' and ended_at is null limit 1`,
  )
  if (officer === undefined) throw new Error('the demo world has no district officer')
  await sql('analyze')
  return {
    members,
    cadres,
    officer: await signIn(officer.personId, officer.hatId, 0, false),
    districtId: officer.districtId,
    communityIds,
    subdistrictIds: (
      await sql<{ id: number }>('select distinct subdistrict_id as id from communities where community_id = any($1)', [
        communityIds,
      ])
    ).map(({ id }) => id),
  }
}

export interface Waiting {
  readonly player: Player
  readonly serviceRequestId: string
}

/** Up to `count` requests, the least spoken about first, each with a player of its community; the communities take turns. */
export const waitingFor = async (
  database: Database,
  players: readonly Player[],
  count: number,
): Promise<readonly Waiting[]> => {
  const byCommunity = Map.groupBy(players, ({ communityId }) => communityId)
  const { rows } = await database.ownerPool.query<{ communityId: number; id: string; place: string }>(
    `select community_id as "communityId", service_request_id as id,
       row_number() over (partition by community_id order by entry_count, submitted_at desc) as place
     from service_requests where visibility = 'community' and state <> 'withdrawn' and community_id = any($1)
     order by place, community_id limit $2`,
    [[...byCommunity.keys()], count],
  )
  return rows.flatMap(({ communityId, id, place }) => {
    const own = byCommunity.get(communityId) ?? []
    const player = own[Number(place) % own.length]
    return player === undefined ? [] : [{ player, serviceRequestId: id }]
  })
}

const settledBelow = 50

/** Until the relay has caught up with what was written, so that nobody is measured while it works off another's writes. */
export const settled = async (database: Database): Promise<void> => {
  for (;;) {
    const { rows } = await database.ownerPool.query<{ left: number }>(
      `select count(*)::int as left from events where relayed_at is null`,
    )
    if ((rows[0]?.left ?? 0) < settledBelow) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
