import { addMs, msPerMinute } from '@shequtong/domain/time'
import { newDigits, shortCodeHash } from '../platform/crypto/tokens.ts'
import type { Tx } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'

export const codeValidMs = 5 * msPerMinute
export const codeAgainAfterMs = msPerMinute
const maxTries = 5
const maxCodesPerHour = 5

/** A new code for the phone behind `index`; refuses a second one within a minute and a sixth within an hour. */
export const issueCode = async (tx: Tx, index: Buffer, secret: Buffer, now: Date): Promise<string> => {
  // one request at a time per phone, so that two presses do not send two messages
  await tx.run(`select pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 7))`, [index])
  const { recent, latest } = await tx.one<{ recent: number; latest: Date | null }>(
    `select count(*)::int as recent, max(created_at) as latest from phone_codes where phone_index = $1 and created_at > $2`,
    [index, addMs(now, -60 * msPerMinute)],
  )
  const waitMs = latest === null ? 0 : latest.getTime() + codeAgainAfterMs - now.getTime()
  if (waitMs > 0) throw new Refusal('rate-limited', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
  if (recent >= maxCodesPerHour) throw new Refusal('rate-limited', { retryAfterSeconds: 3600 })
  const code = newDigits()
  await tx.run(`insert into phone_codes (phone_index, code_hash, created_at, expires_at) values ($1, $2, $3, $4)`, [
    index,
    shortCodeHash(code, index.toString('hex'), secret),
    now,
    addMs(now, codeValidMs),
  ])
  return code
}

/**
 * Spends the latest code of the phone. A wrong one costs one of five tries, and the try is kept although the request is
 * refused: the caller must not roll this back.
 */
export const spendCode = async (
  tx: Tx,
  index: Buffer,
  code: string,
  secret: Buffer,
  now: Date,
): Promise<'right' | 'wrong' | 'spent'> => {
  const latest = await tx.maybe<{ codeHash: Buffer; createdAt: Date; tries: number }>(
    `select code_hash as "codeHash", created_at as "createdAt", tries from phone_codes
     where phone_index = $1 and used_at is null and expires_at > $2 order by created_at desc limit 1 for update`,
    [index, now],
  )
  if (latest === undefined || latest.tries >= maxTries) return 'spent'
  const right = latest.codeHash.equals(shortCodeHash(code, index.toString('hex'), secret))
  await tx.run(
    `update phone_codes set tries = tries + 1, used_at = case when $3 then $4::timestamptz end where phone_index = $1 and created_at = $2`,
    [index, latest.createdAt, right, now],
  )
  return right ? 'right' : 'wrong'
}
