import type { RegistrationReceipt } from '@shequtong/contract/assisted'
import { type ConsentKind, consentKinds } from '@shequtong/domain/registrations/consents'
import type { RegistrationState } from '@shequtong/domain/registrations/registration'
import type { ServiceRequestState } from '@shequtong/domain/service-requests/states'
import type { Services } from '../http/services.ts'
import { newCode, parseCode } from '../platform/crypto/tokens.ts'
import type { Db, Tx } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import { paperOf, toReview } from '../registrations/public.ts'

type ReceiptKind = 'registration' | 'serviceRequest'

/** A code for the paper that somebody takes home. */
export const issueReceipt = async (
  tx: Tx,
  about: { readonly communityId: number; readonly kind: ReceiptKind; readonly subjectId: string },
  now: Date,
): Promise<string> => {
  const code = newCode()
  await tx.run(`insert into receipts (code, community_id, kind, subject_id, created_at) values ($1, $2, $3, $4, $5)`, [
    code,
    about.communityId,
    about.kind,
    about.subjectId,
    now,
  ])
  return code
}

export const receiptUrl = (services: Pick<Services, 'settings'>, code: string): string =>
  `${services.settings.publicUrl}/r/${code}`

/** The receipt of a registration that was filed at the counter; not-found where the applicant filed it. */
export const registrationReceipt = async (
  db: Db,
  services: Services,
  communityId: number,
  registrationId: string,
): Promise<RegistrationReceipt> => {
  const row = await toReview(db, communityId, registrationId)
  const issued = await db.maybe<{ code: string }>(
    `select code from receipts where community_id = $1 and subject_id = $2`,
    [communityId, registrationId],
  )
  if (row.presence === null || issued === undefined) throw notFound()
  return {
    code: issued.code,
    url: receiptUrl(services, issued.code),
    communityName: row.communityName,
    shownName: row.shownName,
    filedAt: row.submittedAt.toISOString(),
    filedByShownName: row.filedByName ?? '',
    registrationId,
    presence: row.presence,
    consents: consentKinds.filter((kind) => row.consents.includes(kind)),
    refusedConsents: consentKinds.filter((kind: ConsentKind) => !row.consents.includes(kind)),
    paperCount: (await paperOf(db, communityId, registrationId)).length,
  }
}

interface Stand {
  kind: ReceiptKind
  communityName: string
  filedAt: Date
  state: RegistrationState | ServiceRequestState | null
}

/** How it stands with what the paper is for. Where and when and how far: no name, no words. */
export const openReceipt = async (db: Db, text: string) => {
  const code = parseCode(text)
  if (code === null) throw notFound()
  const found = await db.maybe<Stand>(
    `select p.kind, c.short_name as "communityName", p.created_at as "filedAt", coalesce(g.state, r.state) as state
     from receipts p join communities c using (community_id)
     left join registrations g on p.kind = 'registration' and g.community_id = p.community_id and g.registration_id = p.subject_id
     left join service_requests r on p.kind = 'serviceRequest' and r.community_id = p.community_id
       and r.service_request_id = p.subject_id
     where p.code = $1`,
    [code],
  )
  if (found === undefined || found.state === null) throw notFound()
  return { ...found, state: found.state, filedAt: found.filedAt.toISOString() }
}
