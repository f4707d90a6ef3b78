import type { confirmOnTheirWord, fileServiceRequestOnBehalf } from '@shequtong/contract/assisted'
import { checkConfirming } from '@shequtong/domain/memberships/helping'
import type { Command } from '../../http/call.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { confirmFor, fileRequest } from '../../service-requests/public.ts'
import { toSpeakFor } from '../access.ts'
import { attachPaper } from '../paper.ts'
import { issueReceipt, receiptUrl } from '../receipts.ts'

/** Files a request in a member's name: theirs in every way, with the helper named beside it. */
export const file: Command<typeof fileServiceRequestOnBehalf> = async (tx, call) => {
  const { actor, now, place, input, services } = call
  const { forMembershipId, paperPhotoIds, ...body } = input.body
  const asker = await toSpeakFor(tx, actor, place.communityId, forMembershipId)
  const community = await services.territory.community(place.communityId)
  if (community === undefined) throw notFound()
  const { row } = await fileRequest(tx, call, asker, body)
  const { communityId, serviceRequestId } = row
  await attachPaper(tx, { communityId, serviceRequestId, uploadedBy: actor.personId }, paperPhotoIds)
  const about = { communityId, kind: 'serviceRequest', subjectId: serviceRequestId } as const
  const code = await issueReceipt(tx, about, now)
  const { phone } = await services.vault.deliveryAddresses(tx, asker.personId)
  const url = receiptUrl(services, code)
  if (phone !== null && asker.personId !== actor.personId)
    call.afterCommit(async () =>
      services.sms?.send({
        to: phone,
        template: 'requestReceipt',
        values: { community: community.shortName, by: actor.shownName, code, url },
      }),
    )
  return {
    code,
    url,
    communityName: community.shortName,
    shownName: asker.shownName,
    filedAt: now.toISOString(),
    filedByShownName: actor.shownName,
    serviceRequestId: row.serviceRequestId,
    deadlineAt: row.deadlineAt.toISOString(),
  }
}

/** Confirms on the asker's word what was filed for them. */
export const confirm: Command<typeof confirmOnTheirWord> = async (tx, { actor, now, place, input }) => {
  const state = await confirmFor(
    tx,
    actor,
    place,
    input.params.serviceRequestId,
    { text: input.body.words, handedTo: input.body.presence },
    async ({ byMembershipId, filedOnBehalf, resultByRoleGrantId }) => {
      await toSpeakFor(tx, actor, place.communityId, byMembershipId)
      const confirming = checkConfirming({
        filedOnBehalf,
        helperStatedResult: actor.roleGrantId !== undefined && resultByRoleGrantId === actor.roleGrantId,
      })
      if (!confirming.ok) throw new Refusal('rule-refused', { code: confirming.violation.code })
    },
    now,
  )
  return { state }
}
