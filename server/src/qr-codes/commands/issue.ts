import type { issueQrCode } from '@shequtong/contract/territory'
import type { Command } from '../../http/call.ts'
import { newCode } from '../../platform/crypto/tokens.ts'
import { newId } from '../../platform/ids.ts'
import { append } from '../../platform/outbox/append.ts'
import { notFound } from '../../platform/refusal.ts'
import { type QrCodeRow, qrCodeColumns, qrCodeView } from '../view.ts'

/**
 * A new edition; the former one stops working in the same moment. The compound's row is the queue for presses at once:
 * each makes an edition of its own, and qr_codes_one_current keeps one of them alive.
 */
export const issue: Command<typeof issueQrCode> = async (tx, { actor, place, input, now, services }) => {
  const at = [place.communityId, input.params.compoundId]
  const compound = await tx.maybe(
    `select 1 from compounds where community_id = $1 and compound_id = $2 for no key update`,
    at,
  )
  if (compound === undefined) throw notFound()
  const former = await tx.maybe<{ qrCodeId: string; edition: number }>(
    `update qr_codes set revoked_at = $3 where community_id = $1 and compound_id = $2 and revoked_at is null
     returning qr_code_id as "qrCodeId", edition`,
    [...at, now],
  )
  const row = await tx.one<QrCodeRow>(
    `insert into qr_codes as q (qr_code_id, code, community_id, compound_id, edition, created_at, created_by)
     select $3, $4, $1, $2, coalesce(max(edition), 0) + 1, $5, $6 from qr_codes where community_id = $1 and compound_id = $2
     returning ${qrCodeColumns}`,
    [...at, newId(), newCode(), now, actor.personId],
  )
  const fact = { communityId: place.communityId, byPersonId: actor.personId, at: now }
  if (former !== undefined)
    await append(tx, {
      ...fact,
      type: 'qr_code.revoked',
      aggregateId: former.qrCodeId,
      payload: { compoundId: row.compoundId, edition: former.edition, replacedBy: row.qrCodeId },
    })
  await append(tx, {
    ...fact,
    type: 'qr_code.issued',
    aggregateId: row.qrCodeId,
    payload: { compoundId: row.compoundId, edition: row.edition },
  })
  return qrCodeView(row, services.settings.publicUrl)
}
