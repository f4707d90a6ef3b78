import type { LookUpView } from '@shequtong/contract/identity'
import { identityFields } from '@shequtong/domain/identity/identity-fields'
import type { Role } from '@shequtong/domain/roles/roles'
import type { Handlers } from '../http/call.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { append } from '../platform/outbox/append.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { toReview } from '../registrations/public.ts'
import type { LookUp } from './vault-types.ts'

const pageSize = 30

/** The shown name a looker's role signs with, in the community or above it. */
const namesOf = async (db: Db, lookUps: readonly LookUp[]): Promise<Map<string, string>> => {
  const rows = await db.many<{ personId: string; role: string; shownName: string }>(
    `select person_id as "personId", role, shown_name as "shownName" from role_grants where person_id = any($1) order by granted_at`,
    [lookUps.map((one) => one.lookedByPersonId)],
  )
  return new Map(rows.map((row) => [`${row.personId}/${row.role}`, row.shownName]))
}

const published: ReadonlySet<string> = new Set(identityFields)

export const identityRoutes: Handlers<'listMyLookUps' | 'revealApplicant'> = {
  listMyLookUps: async ({ db, actor, input, services }) => {
    const after = decodeCursor(input.query.cursor, ['number', 'string'])
    const before = after === undefined ? null : { lookedAt: cursorDate(after[0]), lookUpId: cursorId(after[1]) }
    const found = await services.vault.lookUpsAbout(db, actor.personId, { before, limit: pageSize + 1 })
    const items = found.slice(0, pageSize)
    const names = await namesOf(db, items)
    const last = items.at(-1)
    const views: LookUpView[] = []
    for (const one of items) {
      const community = one.communityId === null ? undefined : await services.territory.community(one.communityId)
      views.push({
        lookUpId: one.lookUpId,
        byShownName: names.get(`${one.lookedByPersonId}/${one.asRole}`) ?? '',
        byRole: one.asRole as Role,
        territoryName: community?.shortName ?? '',
        fields: one.fields.filter((field): field is LookUpView['fields'][number] => published.has(field)),
        reason: one.reason,
        at: one.lookedAt.toISOString(),
      })
    }
    const more = found.length > pageSize && last !== undefined
    return { items: views, nextCursor: more ? encodeCursor([last.lookedAt.getTime(), last.lookUpId]) : null }
  },

  // The values travel in this one reply; they are kept nowhere else, so a repeated request is a second look-up.
  revealApplicant: async (tx, { actor, input, place, services, now }) => {
    if (actor.hat?.type !== 'role') throw new Refusal('not-permitted')
    const row = await toReview(tx, place.communityId, input.params.registrationId)
    const revealed = await services.vault.reveal(tx, row.personId, input.body.fields, {
      personId: actor.personId,
      asRole: actor.hat.role,
      communityId: place.communityId,
      reason: input.body.reason,
      now,
    })
    if (!revealed.ok) throw invalid('/reason', revealed.violation.code)
    await append(tx, {
      communityId: place.communityId,
      type: 'identity.looked_up',
      aggregateId: revealed.value.lookUpId,
      byPersonId: actor.personId,
      payload: { subjectPersonId: row.personId, fields: input.body.fields },
      at: now,
    })
    return Object.fromEntries(Object.entries(revealed.value.values).filter(([, value]) => value !== null))
  },
}
