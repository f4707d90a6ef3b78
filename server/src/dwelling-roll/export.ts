import type { exportFullRoll, exportRoll } from '@shequtong/contract/dwelling-roll'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import { checkTravelDocument } from '@shequtong/domain/identity/travel-document'
import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { FloorAreaSource } from '@shequtong/domain/territory/territory'
import { dateOnIn } from '@shequtong/domain/time'
import type { Binary, Call, Read } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { type Compound, toManage } from './access.ts'
import { openTicket } from './full-ticket.ts'
import { type ExportedRow, rollCsv } from './write-csv.ts'

interface Row {
  entryId: string | null
  subArea: string | null
  building: string
  staircase: string
  room: string
  floor: number
  floorAreaCm2: number | null
  floorAreaSource: FloorAreaSource | null
  tenure: Tenure | null
}

const rowsSql = `
  select r.roll_entry_id as "entryId", a.name as "subArea", b.name as building, s.name as staircase, d.room, d.floor,
    d.floor_area_cm2 as "floorAreaCm2", d.floor_area_source as "floorAreaSource", r.tenure
  from buildings b
  left join sub_areas a on a.community_id = b.community_id and a.sub_area_id = b.sub_area_id
  join staircases s on s.community_id = b.community_id and s.building_id = b.building_id
  join dwellings d on d.community_id = s.community_id and d.staircase_id = s.staircase_id
  left join roll_entries r on r.community_id = d.community_id and r.dwelling_id = d.dwelling_id
  where b.community_id = $1 and b.compound_id = $2
  order by b.position, b.building_id, s.position, s.staircase_id, d.floor, d.room, d.dwelling_id, r.roll_entry_id`

type Person = Pick<ExportedRow, 'name' | 'documentKind' | 'documentNumber' | 'phone'>
const nobody: Person = { name: null, documentKind: null, documentNumber: null, phone: null }

const exported = async (
  db: Db,
  compound: Compound,
  personsOf: (entryIds: string[]) => Promise<ReadonlyMap<string, Partial<Person>>>,
): Promise<ExportedRow[]> => {
  const rows = await db.many<Row>(rowsSql, [compound.communityId, compound.compoundId])
  const persons = await personsOf(rows.flatMap(({ entryId }) => entryId ?? []))
  return rows.map(({ entryId, ...row }) => ({ ...row, ...nobody, ...(entryId === null ? {} : persons.get(entryId)) }))
}

const fileOf = (bytes: Buffer, compound: Compound, now: Date, kind: string): Binary => ({
  bytes,
  type: 'text/csv; charset=utf-8',
  fileName: `${compound.name}-${kind}-${dateOnIn(now)}.csv`,
})

/** 2026-03-01 10:00 as people in Shanghai read it. */
const minuteIn = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const exportMasked: Read<typeof exportRoll> = async ({ db, actor, place, input, services, now }) => {
  const compound = await toManage(db, place.communityId, input.params.compoundId)
  const rows = await exported(db, compound, (ids) => services.vault.rollMasks(db, place.communityId, ids))
  const watermark = `${compound.name} 房屋名册（姓名、证件号、手机号已遮盖） ${actor.shownName} ${minuteIn(now)} 导出`
  return fileOf(rollCsv(rows, watermark), compound, now, '房屋名册')
}

const ticketIn = ({ actor, input, services, now }: Call<typeof exportFullRoll>) => {
  const ticket = openTicket(services.settings.secret, input.query.ticket, now)
  const isOwn =
    ticket?.personId === actor.personId &&
    ticket.roleGrantId === actor.roleGrantId &&
    ticket.compoundId === input.params.compoundId
  if (ticket === undefined || !isOwn) throw invalid('ticket', 'ticket-unknown')
  return ticket
}

/** The vault reveals the number alone; only a citizen's has 18 characters, and only a permit begins so. */
const kindOf = (number: string | null): DocumentKind | null => {
  if (number === null) return null
  if (number.length === 18) return 'citizenId'
  return checkTravelDocument('travelPermit', number).ok ? 'travelPermit' : 'passport'
}

/** Every person's look-up is durable before a single value leaves (`revealRollEntries` on the pool is its own transaction). */
export const exportFull: Read<typeof exportFullRoll> = async (call) => {
  const { db, actor, place, input, services, now } = call
  const compound = await toManage(db, place.communityId, input.params.compoundId)
  const { reason } = ticketIn(call)
  if (actor.hat?.type !== 'role') throw new Refusal('not-permitted')
  const looker = { personId: actor.personId, asRole: actor.hat.role, communityId: place.communityId, reason, now }
  const rows = await exported(db, compound, async (ids) => {
    const fields = ['trueName', 'documentNumber', 'phone'] as const
    const revealed = await services.vault.revealRollEntries(db, place.communityId, ids, fields, {
      ...looker,
      occasion: 'export',
    })
    if (!revealed.ok) throw invalid('/reason', revealed.violation.code)
    return new Map(
      revealed.value.map(({ entryId, values }) => [
        entryId,
        {
          name: values.trueName ?? null,
          documentKind: kindOf(values.documentNumber ?? null),
          documentNumber: values.documentNumber ?? null,
          phone: values.phone ?? null,
        },
      ]),
    )
  })
  const watermark = `${compound.name} 房屋名册（完整） ${actor.shownName} ${minuteIn(now)} 导出 事由：${reason} 每位当事人可见此次查看`
  return fileOf(rollCsv(rows, watermark), compound, now, '房屋名册-完整')
}
