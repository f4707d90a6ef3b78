import type pg from 'pg'
import type { DemoStage } from '../demo/stage.ts'
import type { Services } from '../http/services.ts'
import { systemClock } from '../platform/clock.ts'
import { httpSentMessages } from '../platform/sms/sent-messages.ts'
import { emptyAllTables } from './empty-again.ts'
import type { ScreenPersona } from './screen.ts'

const roleWords: Readonly<Record<string, string>> = {
  committeeSecretary: '居民区书记',
  committeeDirector: '居委主任',
  committeeMember: '居委干部',
  propertyManager: '物业',
  subdistrictOfficer: '街镇',
  districtOfficer: '区里',
}

const demoLock = 7_438_004

/** Of several processes that start at once on an empty database one tells the world; the others wait for it. */
const aloneWith = async (pool: pg.Pool, work: (owner: pg.ClientBase) => Promise<void>): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [demoLock])
    await work(client)
  } finally {
    // ends the session and with it the lock
    client.release(true)
  }
}

/** Stands as the comment of demo_personas from before the first word of the world until after its last. */
const beingTold = 'the demo world is being told'

const markTelling = (owner: pg.ClientBase, telling: boolean): Promise<unknown> =>
  owner.query(`comment on table public.demo_personas is ${telling ? `'${beingTold}'` : 'null'}`)

const wasBrokenOff = async (owner: pg.ClientBase): Promise<boolean> => {
  const { rows } = await owner.query<{ marked: boolean }>(
    `select coalesce(obj_description('public.demo_personas'::regclass, 'pg_class') = $1, false) as marked`,
    [beingTold],
  )
  return rows[0]?.marked === true
}

export type Tell = (services: Services, ownerPool: pg.Pool, endsAt: Date) => Promise<void>

const tellDemoWorld: Tell = async (services, ownerPool, endsAt) => {
  const { runDemoWorld } = await import('@shequtong/worlds/runner/run-demo-world')
  await runDemoWorld(services, ownerPool, endsAt)
}

/**
 * Fills an empty database with the demo world, once, and says who can be played; a world that an earlier start could not
 * finish is told anew. The only place where the server knows of worlds; they are loaded only here and only for a demo.
 */
export const seedDemo = async (
  services: Services,
  ownerPool: pg.Pool,
  tell: Tell = tellDemoWorld,
): Promise<ScreenPersona[]> => {
  await aloneWith(ownerPool, async (owner) => {
    if (await wasBrokenOff(owner)) await emptyAllTables(owner)
    const { isEmpty } = await services.db.one<{ isEmpty: boolean }>(
      `select not exists (select from persons) and not exists (select from communities) as "isEmpty"`,
    )
    if (isEmpty) {
      await markTelling(owner, true)
      await tell(services, ownerPool, services.clock.now())
    }
    await markTelling(owner, false)
  })
  const rows = await services.db.many<{ shownName: string; role: string | null; what: string }>(
    `select shown_name as "shownName", role, what from demo_personas order by position`,
  )
  return rows.map(({ shownName, role, what }) => ({
    name: shownName,
    role: role === null ? what : (roleWords[role] ?? what),
  }))
}

/** The papers come out of the same world as the personas; `simulator` is absent where messages go to real phones. */
export const demoStage = (simulator: { readonly url: string; readonly token: string } | undefined): DemoStage => ({
  messages: simulator === undefined ? undefined : httpSentMessages(simulator),
  papers: async () => {
    const { createDemoWorld } = await import('@shequtong/worlds/demo/demo-world')
    const world = createDemoWorld(systemClock.now())
    return world.personas.flatMap(({ personId }) => {
      const person = world.people.find(({ id, standing }) => id === personId && standing === 'stranger')
      const [, building, staircase, room] = person?.home?.dwelling.split('/') ?? []
      if (person === undefined || room === undefined) return []
      const { trueName, idNumber, phone } = person
      return [
        {
          personaId: personId,
          trueName,
          documentNumber: idNumber,
          phone,
          dwelling: `${building}号楼 ${staircase} 单元 ${room}`,
        },
      ]
    })
  },
})
