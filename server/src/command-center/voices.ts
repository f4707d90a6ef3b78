import type { Voices } from '@shequtong/contract/command-center'
import type { ServiceRequestCard, ServiceRequestView } from '@shequtong/contract/service-requests'
import { dateOnIn } from '@shequtong/domain/time'
import type { Db } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ViewCache } from '../platform/view-cache.ts'
import { thread } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import type { TerritoryDirectory } from '../territory/directory.ts'
import { type Item, rowsAcross } from './queries.ts'

const latestShown = 12
const oldestShown = 8

type Level = 'district' | 'subdistrict'

const latestSql = (level: Level) => `
  select community_id as "communityId", service_request_id as "serviceRequestId" from recent_voices
  where ${level}_id = $1 order by submitted_at desc, service_request_id desc limit ${latestShown}`

const oldestSql = (level: Level) => `
  select community_id as "communityId", service_request_id as "serviceRequestId" from open_items
  where ${level}_id = $1 and stopped_at is null order by waiting_since, service_request_id limit ${oldestShown}`

const todaySql = `
  select coalesce(sum(count) filter (where metric = 'submitted'), 0)::float8 as submitted,
    coalesce(sum(count) filter (where metric = 'submittedPrivately'), 0)::float8 as privately
  from rollup_days
  where level = $1 and territory_id = $2 and on_date = $3 and metric in ('submitted', 'submittedPrivately')`

const cardOf = ({
  responsibleRole,
  offer,
  assignee,
  entries,
  merged,
  mergedIntoTitle,
  may,
  version,
  ...base
}: ServiceRequestView): ServiceRequestCard => ({
  type: 'serviceRequest',
  ...base,
  answer: entries.findLast(({ kind }) => kind === 'answer' || kind === 'result') ?? null,
})

/** Through the one door; what became invisible since it was listed is left out. */
const voice = async (db: Db, actor: Actor, territory: TerritoryDirectory, item: Item) => {
  const community = await territory.community(item.communityId)
  if (community === undefined) return []
  try {
    const view = await thread(db, actor, community, item.serviceRequestId)
    return [{ ...cardOf(view), communityName: community.shortName }]
  } catch (error) {
    if (error instanceof Refusal && error.slug === 'not-found') return []
    throw error
  }
}

/** The newest public voices of a territory and what waits longest; each community is read by itself. */
export const voicesOf = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  territory: TerritoryDirectory,
  level: Level,
  territoryId: number,
  now: Date,
): Promise<Voices> => {
  const [latest, oldest, today] = await Promise.all([
    db.many<Item>(latestSql(level), [territoryId]),
    db.many<Item>(oldestSql(level), [territoryId]),
    db.one<Voices['today']>(todaySql, [level, territoryId, dateOnIn(now)]),
  ])
  const [voices, oldestWaiting] = await Promise.all([
    Promise.all(latest.map((item) => voice(db, actor, territory, item))),
    rowsAcross(db, views, actor, territory, oldest),
  ])
  return { today, latest: voices.flat(), oldestWaiting }
}
