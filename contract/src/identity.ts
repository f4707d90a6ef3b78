import { identityFields } from '@shequtong/domain/identity/identity-fields'
import { roles } from '@shequtong/domain/roles/roles'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, InstantText, PageQuery, pageOf, plainText, Uuid } from './values.ts'

export const IdentityField = z.enum(identityFields)

export const LookUpView = z.object({
  lookUpId: Uuid,
  byShownName: z.string(),
  /** Null: the person themselves, taking along what is theirs. */
  byRole: z.enum(roles).nullable(),
  territoryName: z.string(),
  fields: z.array(IdentityField),
  reason: z.string(),
  at: InstantText,
})
export type LookUpView = z.infer<typeof LookUpView>

export const listMyLookUps = endpoint({
  method: 'GET',
  path: '/me/look-ups',
  summary: 'Who looked at my real identity, when, and why',
  permission: 'signedIn',
  query: PageQuery,
  reply: pageOf(LookUpView),
  problems: ['unauthenticated', 'invalid-input'],
})

export const revealApplicant = endpoint({
  method: 'POST',
  path: '/communities/:communityId/registrations/:registrationId/reveal',
  summary: "Look at an applicant's or member's real identity, with a reason that is logged and shown to them",
  permission: 'identity.reveal',
  params: CommunityParams.extend({ registrationId: Uuid }),
  body: z.strictObject({ fields: z.array(IdentityField).min(1).max(4), reason: plainText(4, 200) }),
  keeps: 'mark',
  reply: z.object({
    trueName: z.string().optional(),
    documentNumber: z.string().optional(),
    phone: z.string().optional(),
    birthOn: z.string().optional(),
  }),
  problems: [
    'unauthenticated',
    'not-found',
    'not-permitted',
    'invalid-input',
    'idempotency-key-missing',
    'idempotency-conflict',
    'done-already',
  ],
})
