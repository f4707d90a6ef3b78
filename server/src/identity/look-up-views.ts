import type { LookUpView } from '@shequtong/contract/identity'
import { identityFields } from '@shequtong/domain/identity/identity-fields'
import type { Role } from '@shequtong/domain/roles/roles'
import type { Services } from '../http/services.ts'
import type { Db } from '../platform/database/db.ts'
import { type LookUp, ownLook } from './vault-types.ts'

/** The shown name a looker's role signs with, in the community or above it. */
const namesOf = async (db: Db, lookUps: readonly LookUp[]): Promise<Map<string, string>> => {
  const rows = await db.many<{ personId: string; role: string; shownName: string }>(
    `select person_id as "personId", role, shown_name as "shownName" from role_grants where person_id = any($1) order by granted_at`,
    [lookUps.map((one) => one.lookedByPersonId)],
  )
  return new Map(rows.map((row) => [`${row.personId}/${row.role}`, row.shownName]))
}

const published = new Set<string>(identityFields)

/** Lines of the log as their subject reads them. */
export const lookUpViews = async (
  db: Db,
  territory: Services['territory'],
  lookUps: readonly LookUp[],
): Promise<LookUpView[]> => {
  const names = await namesOf(db, lookUps)
  const views: LookUpView[] = []
  for (const one of lookUps) {
    const community = one.communityId === null ? undefined : await territory.community(one.communityId)
    views.push({
      lookUpId: one.lookUpId,
      byShownName: names.get(`${one.lookedByPersonId}/${one.asRole}`) ?? '',
      byRole: one.asRole === ownLook ? null : (one.asRole as Role),
      territoryName: community?.shortName ?? '',
      fields: one.fields.filter((field): field is LookUpView['fields'][number] => published.has(field)),
      reason: one.reason,
      at: one.lookedAt.toISOString(),
    })
  }
  return views
}
