import { parseArgs } from 'node:util'
import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { checkRoleName } from '@shequtong/domain/roles/role-name'
import { dateOnIn } from '@shequtong/domain/time'
import type pg from 'pg'
import type { Vault } from '../identity/vault.ts'
import { type Db, transaction } from '../platform/database/db.ts'
import { grantRole } from './grant.ts'
import { personByPhone } from './holder.ts'

export interface AdminCommandTools {
  readonly pool: pg.Pool
  readonly db: Db
  readonly vault: Vault
  readonly now: Date
  readonly print: (line: string) => void
}

const usage = `admin create --phone 138… --name 杜科长 --district 310113
    任命一位区级工作人员，其余的人由他在网页上任命 · makes a district officer, who grants everything below in the app
admin list
    区级工作人员名单 · the district officers`

interface Officer {
  personId: string
  shownName: string
  districtId: number
  districtName: string
  grantedAt: Date
}

const officersSql = `
  select g.person_id as "personId", g.shown_name as "shownName", d.district_id as "districtId", d.name as "districtName",
    g.granted_at as "grantedAt"
  from role_grants g join districts d on d.district_id = g.territory_id
  where g.role = 'districtOfficer' and g.ended_at is null
    and (g.ends_on is null or g.ends_on >= ($1::timestamptz at time zone 'Asia/Shanghai')::date)
  order by d.code, g.granted_at`

/** `admin …` at the operator's terminal. Returns the exit code: 0 done, 1 refused, 2 mistyped. */
export const runAdminCommand = async (words: readonly string[], tools: AdminCommandTools): Promise<number> => {
  const parsed = parse(words)
  if (parsed === undefined) {
    tools.print(usage)
    return 2
  }
  return parsed.verb === 'list' ? list(tools) : create(parsed, tools)
}

const parse = (words: readonly string[]) => {
  try {
    const text = { type: 'string' } as const
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { phone: text, name: text, district: text },
    })
    const { phone, name, district } = values
    if (positionals.length !== 1) return undefined
    if (positionals[0] === 'list' && Object.keys(values).length === 0) return { verb: 'list' } as const
    if (positionals[0] !== 'create' || phone === undefined || name === undefined || district === undefined)
      return undefined
    return { verb: 'create', phone, name, district } as const
  } catch {
    return undefined
  }
}

const list = async ({ db, vault, now, print }: AdminCommandTools): Promise<number> => {
  const officers = await db.many<Officer>(officersSql, [now])
  const masks = await vault.masks(
    db,
    officers.map(({ personId }) => personId),
  )
  for (const { personId, districtId, districtName, shownName, grantedAt } of officers) {
    const phone = masks.find((one) => one.personId === personId)?.phone ?? '—'
    print(`${districtId} ${districtName}  ${shownName}  ${phone}  ${dateOnIn(grantedAt)}`)
  }
  if (officers.length === 0) print('还没有区级工作人员 · there is no district officer yet')
  return 0
}

const create = async (
  given: { readonly phone: string; readonly name: string; readonly district: string },
  { pool, db, vault, now, print }: AdminCommandTools,
): Promise<number> => {
  const phone = checkMobileNumber(given.phone)
  const name = checkRoleName(given.name)
  if (!phone.ok) print(`手机号不对：${given.phone} · not a mainland mobile number`)
  if (!name.ok) print(`称呼不对：${given.name}（${name.violation.code}） · this name cannot be shown`)
  if (!phone.ok || !name.ok) return 1
  const district = await db.maybe<{ districtId: number; name: string }>(
    `select district_id as "districtId", name from districts where code = $1`,
    [given.district],
  )
  if (district === undefined) {
    const known = await db.many<{ code: string; name: string }>(`select code, name from districts order by code`)
    const names = known.map((one) => `${one.code} ${one.name}`).join('、') || '—'
    print(`没有代码为 ${given.district} 的区。现有：${names}。先用 npm run territory -- import 导入。`)
    print(`No district has the code ${given.district}. Known: ${names}. Import it first: npm run territory -- import`)
    return 1
  }
  return transaction(pool, async (tx) => {
    // two operators at once make one officer
    await tx.run(`select pg_advisory_xact_lock(7303, $1)`, [district.districtId])
    const personId = await personByPhone(tx, vault, phone.value, now)
    const officers = (await tx.many<Officer>(officersSql, [now])).filter(
      (one) => one.districtId === district.districtId,
    )
    const same = officers.find((one) => one.personId === personId)
    if (same !== undefined) {
      print(
        `${same.shownName} 已经是${district.name}的区级工作人员，没有改动 · is a district officer already, nothing changed`,
      )
      return 0
    }
    if (officers.length > 0) {
      const others = officers.map(({ shownName }) => shownName).join('、')
      print(`注意：${district.name}已有区级工作人员（${others}），他们可以在网页上任命下一位。`)
      print(
        `Note: ${district.name} has district officers already (${others}), who can appoint the next one in the app.`,
      )
    }
    const territoryId = district.districtId
    await grantRole(
      tx,
      { personId, role: 'districtOfficer', territoryId, shownName: name.value, grantedBy: undefined },
      now,
    )
    print(`${name.value} 现在是${district.name}的区级工作人员，用这个手机号登录即可。`)
    print(`${name.value} is now a district officer of ${district.name} and signs in with this phone.`)
    return 0
  })
}
