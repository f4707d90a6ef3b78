import { interactionTypes } from '@shequtong/domain/rollups/interactions'
import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { addMs, type Instant, msPerDay } from '@shequtong/domain/time'
import { rebuildCommandCenter } from '@shequtong/server/command-center/rebuild'
import type { Services } from '@shequtong/server/http/services'
import { transaction } from '@shequtong/server/platform/database/db'
import { rebuildSearch } from '@shequtong/server/search/search-index'
import { seedDemo } from '@shequtong/server/start/demo'
import type pg from 'pg'
import { spanMs } from '../../large/neighbourhood.ts'
import type { Share } from '../../large/scale.ts'
import { interactionsIn, type Progress, type Story, type Thing, thingsFrom } from '../../large/things.ts'
import { runDemoWorld } from '../run-demo-world.ts'
import { castOf, type Settlement, settle, settlementsOf } from './settle.ts'
import { writeThings } from './write.ts'

const thingsAtOnce = 200

/** Before that nobody has come yet. */
const silentMs = 3 * msPerDay

const progressOf = ({ db }: Services, { communityId }: CommunityPlace): Promise<Progress> =>
  db.one<Progress>(
    `select ((select count(*) from service_requests where community_id = $1)
         + (select count(*) from posts where community_id = $1))::int as things,
       (select coalesce(sum(case type when 'service_request.unsupported' then -1 else 1 end), 0) from events
        where community_id = $1 and type = any($2))::int as interactions`,
    [communityId, interactionTypes],
  )

const storyOf = async (services: Services, { share, place, began }: Settlement, until: Instant): Promise<Story> => {
  const rules = new Map(
    await Promise.all(
      serviceRequestKinds.map(async (kind) => {
        const answer = await services.responseRules.answerRule(services.db, place, kind)
        return [kind, { answer, waiting: await services.responseRules.waitingRule(services.db, place, kind) }] as const
      }),
    ),
  )
  return {
    communityCode: share.communityCode,
    cast: await castOf(services, place),
    interactions: share.interactions,
    began: addMs(began, silentMs),
    until,
    rulesFor: (kind) => {
      const found = rules.get(kind)
      if (found === undefined) throw new Error(`no rule for ${kind}`)
      return found
    },
  }
}

export interface LargeWorld {
  readonly shares: readonly Share[]
  readonly until: Instant
  readonly progress: (line: string) => void
  /** After each transaction, e.g. to stop a run in a test. */
  readonly written?: (things: number) => void
}

const tellThings = async (services: Services, settlement: Settlement, { until, progress, written }: LargeWorld) => {
  const story = await storyOf(services, settlement, until)
  const from = await progressOf(services, settlement.place)
  let [things, interactions] = [from.things, from.interactions]
  let page: Thing[] = []
  const write = async () => {
    const whole = page
    page = []
    await transaction(services.pool, (tx) => writeThings(tx, story.cast, whole))
    things += whole.length
    interactions += whole.reduce((sum, thing) => sum + interactionsIn(thing), 0)
    written?.(things)
    if (Math.floor(things / 2_000) > Math.floor((things - whole.length) / 2_000))
      progress(`${settlement.place.shortName}: ${interactions} / ${story.interactions}`)
  }
  for (const thing of thingsFrom(story, from)) {
    page.push(thing)
    if (page.length === thingsAtOnce) await write()
  }
  if (page.length > 0) await write()
}

/**
 * Tells a large world: the demo's district, and `shares` of communities in it with their people and what they said in three
 * years. People join through the commands; what they say follows the rules of the domain and is written page by page, each in
 * one transaction. A run that was broken off goes on where it stopped, with the same shares and end.
 */
export const runLargeWorld = async (services: Services, ownerPool: pg.Pool, world: LargeWorld): Promise<void> => {
  await seedDemo(services, ownerPool, () => runDemoWorld(services, ownerPool, world.until))
  const began = addMs(world.until, -spanMs)
  for (const settlement of await settlementsOf(services, world.shares, began)) {
    const { shortName } = settlement.place
    await settle(services, settlement, (joined) => world.progress(`${shortName}: ${joined} members`))
    await tellThings(services, settlement, world)
  }
  // statistics of empty tables make plans that grow with every row
  await ownerPool.query('analyze')
  world.progress('the figures of the command center')
  await rebuildCommandCenter(services.pool, world.until)
  world.progress('the index of the search')
  await rebuildSearch(services.pool)
  await ownerPool.query('analyze')
}
