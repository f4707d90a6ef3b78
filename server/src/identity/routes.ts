import type { Handlers } from '../http/call.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import { append } from '../platform/outbox/append.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { toReview } from '../registrations/public.ts'
import { lookUpViews } from './look-up-views.ts'

const pageSize = 30

export const identityRoutes: Handlers<'listMyLookUps' | 'revealApplicant'> = {
  listMyLookUps: async ({ db, actor, input, services }) => {
    const after = decodeCursor(input.query.cursor, ['number', 'string'])
    const before = after === undefined ? null : { lookedAt: cursorDate(after[0]), lookUpId: cursorId(after[1]) }
    const found = await services.vault.lookUpsAbout(db, actor.personId, { before, limit: pageSize + 1 })
    const items = found.slice(0, pageSize)
    const last = items.at(-1)
    const views = await lookUpViews(db, services.territory, items)
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
