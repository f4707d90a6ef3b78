import type { revokeQrCode } from '@shequtong/contract/territory'
import type { Command } from '../../http/call.ts'
import { append } from '../../platform/outbox/append.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { type QrCodeRow, qrCodeColumns, qrCodeView } from '../view.ts'

/** Stops a code without a new one: the poster was stolen, or the compound is served elsewhere. */
export const revoke: Command<typeof revokeQrCode> = async (tx, { actor, place, input, now, services }) => {
  const at = [place.communityId, input.params.qrCodeId]
  const row = await tx.maybe<QrCodeRow>(
    `update qr_codes q set revoked_at = $3 where community_id = $1 and qr_code_id = $2 and revoked_at is null
     returning ${qrCodeColumns}`,
    [...at, now],
  )
  if (row === undefined) {
    const dead = await tx.maybe(`select 1 from qr_codes where community_id = $1 and qr_code_id = $2`, at)
    throw dead === undefined ? notFound() : new Refusal('transition-refused', { from: 'revoked', allowed: [] })
  }
  await append(tx, {
    communityId: place.communityId,
    type: 'qr_code.revoked',
    aggregateId: row.qrCodeId,
    byPersonId: actor.personId,
    payload: { compoundId: row.compoundId, edition: row.edition },
    at: now,
  })
  return qrCodeView(row, services.settings.publicUrl)
}
