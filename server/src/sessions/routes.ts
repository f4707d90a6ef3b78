import type { wearHat as wearHatContract } from '@shequtong/contract/sessions'
import { type Command, type Handlers, madeAnew } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import { clearSessionCookie } from './cookie.ts'
import { hatsOf } from './hats.ts'
import { meOf, stranger } from './me.ts'

const wearHat: Command<typeof wearHatContract> = async (tx, { actor, input, services, now }) => {
  const hat = (await hatsOf(tx, actor.personId, now)).find((one) => one.hatId === input.body.hatId)
  if (hat === undefined) throw notFound()
  await tx.run(`update sessions set acting_hat_id = $2, acting_community_id = $3 where session_id = $1`, [
    actor.sessionId,
    hat.hatId,
    hat.type === 'member' ? hat.communityId : null,
  ])
  return meOf(tx, { personId: actor.personId, hatId: hat.hatId }, services.settings.demo, now)
}

export const sessionRoutes: Handlers<'readMe' | 'wearHat' | 'listSessions' | 'revokeSession' | 'signOut'> = {
  readMe: ({ db, visitor, services, now }) =>
    visitor === undefined
      ? Promise.resolve(stranger(services.settings.demo))
      : meOf(db, visitor, services.settings.demo, now),

  wearHat: madeAnew(wearHat, {
    about: () => null,
    again: ({ db, actor, services, now }) => meOf(db, actor, services.settings.demo, now),
  }),

  listSessions: async ({ db, actor, now }) => {
    const rows = await db.many<{ sessionId: string; device: string; createdAt: Date; lastSeenAt: Date }>(
      `select session_id as "sessionId", device, created_at as "createdAt", last_seen_at as "lastSeenAt"
       from sessions where person_id = $1 and revoked_at is null and expires_at > $2 order by created_at desc limit 50`,
      [actor.personId, now],
    )
    return {
      sessions: rows.map((row) => ({
        sessionId: row.sessionId,
        device: row.device,
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        current: row.sessionId === actor.sessionId,
      })),
    }
  },

  revokeSession: async (tx, { actor, input, now }) => {
    const revoked = await tx.run(
      `update sessions set revoked_at = $3 where session_id = $1 and person_id = $2 and revoked_at is null`,
      [input.params.sessionId, actor.personId, now],
    )
    if (revoked === 0) throw notFound()
    return { done: true }
  },

  signOut: async (tx, { actor, now, services, http }) => {
    await tx.run(`update sessions set revoked_at = $2 where session_id = $1`, [actor.sessionId, now])
    clearSessionCookie(http.reply, services.settings.secureCookies)
    return { done: true }
  },
}
