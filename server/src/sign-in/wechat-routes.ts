import { randomBytes } from 'node:crypto'
import { addMs, msPerMinute } from '@shequtong/domain/time'
import type { Handlers } from '../http/call.ts'
import { tokenHash } from '../platform/crypto/tokens.ts'
import { Refusal } from '../platform/refusal.ts'
import { readWechatState, setWechatState } from '../sessions/cookie.ts'
import { createPerson } from '../sessions/public.ts'
import { admit } from './public.ts'

const stateValidMs = 10 * msPerMinute

/** Only a path of our own: `//host` and `/\host` would leave it. */
const ownPath = (path: string | undefined): string | null =>
  path !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : null

const closed = (): Refusal => new Refusal('rule-refused', { code: 'wechat-door-closed' })

export const wechatRoutes: Handlers<'startWechatSignIn' | 'finishWechatSignIn'> = {
  startWechatSignIn: async ({ db, input, now, services, http }) => {
    const { wechat, settings } = services
    if (wechat === undefined) throw closed()
    const state = randomBytes(24).toString('hex')
    await db.run(`insert into wechat_states (state_hash, return_to, created_at) values ($1, $2, $3)`, [
      tokenHash(state),
      ownPath(input.query.returnTo),
      now,
    ])
    setWechatState(http.reply, state, settings.secureCookies, stateValidMs)
    return { url: wechat.authorizeUrl(`${settings.publicUrl}/sign-in/wechat`, state) }
  },

  finishWechatSignIn: async (tx, call) => {
    const { input, now, services, http } = call
    const { wechat, vault, settings } = services
    if (wechat === undefined) throw closed()
    if (readWechatState(http.request, settings.secureCookies) !== input.body.state)
      throw new Refusal('rule-refused', { code: 'wechat-state-unknown' })
    const state = await tx.maybe<{ returnTo: string | null }>(
      `update wechat_states set used_at = $2 where state_hash = $1 and used_at is null and created_at > $3 returning return_to as "returnTo"`,
      [tokenHash(input.body.state), now, addMs(now, -stateValidMs)],
    )
    if (state === undefined) throw new Refusal('rule-refused', { code: 'wechat-state-unknown' })
    const person = await wechat.exchange(input.body.code).catch(() => {
      throw new Refusal('dependency-unavailable')
    })
    if (person === undefined) throw new Refusal('rule-refused', { code: 'wechat-code-spent' })
    if (person.snapshot) throw new Refusal('rule-refused', { code: 'wechat-snapshot-user' })
    const known =
      (await vault.findPersonByOpenid(tx, wechat.appId, person.openid)) ??
      (person.unionid === null ? null : await vault.findPersonByUnionid(tx, person.unionid))
    const personId = known ?? (await createPerson(tx, now))
    const put = await vault.putOpenid(
      tx,
      personId,
      { appId: wechat.appId, openid: person.openid, unionid: person.unionid },
      now,
    )
    if (!put.ok) throw new Refusal('dependency-unavailable')
    return { ...(await admit(tx, call, personId)), returnTo: state.returnTo }
  },
}
