import { roles } from '@shequtong/domain/roles/roles'
import { communityKinds } from '@shequtong/domain/territory/territory'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, DateText, InstantText, publishedText, TerritoryId, Uuid } from './values.ts'

export const JoinCode = z.string().min(1).max(40)

/** The public page behind the gate's QR code: all that is readable before approval. */
export const PublicPage = z.object({
  communityId: z.number().int(),
  communityName: z.string(),
  communityKind: z.enum(communityKinds),
  subdistrictName: z.string(),
  compoundId: Uuid,
  compoundName: z.string(),
  subAreas: z.array(z.string()),
  dwellingCount: z.number().int(),
  inCharge: z.array(z.object({ shownName: z.string(), role: z.enum(roles) })),
  announcements: z.array(
    z.object({ title: z.string(), text: z.string(), publishedAt: InstantText, signedBy: z.string() }),
  ),
})
export type PublicPage = z.infer<typeof PublicPage>

export const openJoinCode = endpoint({
  method: 'GET',
  perMinute: 60,
  path: '/join/:code',
  summary: "What a scan of the gate's QR code opens: that compound's public page and no other's",
  permission: 'public',
  params: z.object({ code: JoinCode }),
  reply: z.discriminatedUnion('status', [
    z.object({ status: z.literal('current'), page: PublicPage }),
    z.object({
      status: z.literal('replaced'),
      communityId: z.number().int(),
      compoundName: z.string(),
      communityName: z.string(),
      subdistrictName: z.string(),
      edition: z.number().int(),
      revokedOn: DateText,
      currentEdition: z.number().int().nullable(),
    }),
  ]),
  problems: ['not-found', 'rate-limited', 'invalid-input'],
})

/** Where the committee can be reached: what it has put up for everybody. */
export const OfficeView = z.object({
  phone: z.string(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
})
export type OfficeView = z.infer<typeof OfficeView>

const officeOf = z.object({ office: OfficeView.nullable() })

export const readOffice = endpoint({
  method: 'GET',
  path: '/offices/:communityId',
  summary: 'How to reach the committee; null where it has not said so yet',
  permission: 'public',
  params: CommunityParams,
  reply: officeOf,
  problems: ['not-found', 'invalid-input'],
})

export const changeOffice = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/office',
  summary: 'Put up how to reach the committee: its telephone, and where and when its door is open',
  permission: 'office.manage',
  params: CommunityParams,
  body: z.strictObject({
    phone: z.string().max(40),
    address: publishedText(0, 80),
    hours: publishedText(0, 80),
  }),
  reply: officeOf,
  problems: [
    'unauthenticated',
    'not-found',
    'not-permitted',
    'invalid-input',
    'idempotency-key-missing',
    'idempotency-conflict',
  ],
})

export const BuildingView = z.object({
  buildingId: Uuid,
  name: z.string(),
  subAreaName: z.string().nullable(),
  staircases: z.array(z.object({ staircaseId: Uuid, name: z.string() })),
})

export const listBuildings = endpoint({
  method: 'GET',
  path: '/join/:code/buildings',
  summary: 'Buildings and staircases of the compound, for the pickers',
  permission: 'signedIn',
  params: z.object({ code: JoinCode }),
  reply: z.object({ buildings: z.array(BuildingView) }),
  problems: ['unauthenticated', 'not-found', 'code-revoked', 'invalid-input'],
})

export const listDwellings = endpoint({
  method: 'GET',
  path: '/join/:code/staircases/:staircaseId/dwellings',
  summary: 'The doors of one staircase; never who lives there',
  permission: 'signedIn',
  params: z.object({ code: JoinCode, staircaseId: Uuid }),
  reply: z.object({
    dwellings: z.array(z.object({ dwellingId: Uuid, room: z.string(), floor: z.number().int() })),
  }),
  problems: ['unauthenticated', 'not-found', 'code-revoked', 'invalid-input'],
})

export const listCommunityBuildings = endpoint({
  method: 'GET',
  path: '/communities/:communityId/buildings',
  summary: 'The buildings and staircases of the community by sub-area, to say where something is and for whom',
  permission: 'community.view',
  params: CommunityParams,
  reply: z.object({
    buildings: z.array(BuildingView.extend({ compoundId: Uuid, compoundName: z.string(), subAreaId: Uuid.nullable() })),
    /** Where whoever asks lives; null: a role, or a member without a dwelling. */
    own: z.object({ compoundId: Uuid, subAreaId: Uuid.nullable(), buildingId: Uuid, staircaseId: Uuid }).nullable(),
  }),
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})

export const QrCodeView = z.object({
  qrCodeId: Uuid,
  edition: z.number().int(),
  code: z.string().nullable(),
  url: z.string().nullable(),
  createdAt: InstantText,
  revokedAt: InstantText.nullable(),
})

const CompoundParams = CommunityParams.extend({ compoundId: Uuid })
const managed = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const written = [...managed, 'idempotency-key-missing', 'idempotency-conflict'] as const

export const listCompounds = endpoint({
  method: 'GET',
  path: '/communities/:communityId/compounds',
  summary: 'Compounds of the community with the editions of their QR codes',
  permission: 'qrCode.manage',
  params: CommunityParams,
  reply: z.object({
    compounds: z.array(z.object({ compoundId: Uuid, name: z.string(), qrCodes: z.array(QrCodeView) })),
  }),
  problems: managed,
})

export const issueQrCode = endpoint({
  method: 'POST',
  path: '/communities/:communityId/compounds/:compoundId/qr-codes',
  summary: 'Create or re-issue the QR code of a compound; the former edition stops working at once',
  permission: 'qrCode.manage',
  params: CompoundParams,
  body: z.strictObject({}),
  reply: QrCodeView,
  problems: written,
})

export const revokeQrCode = endpoint({
  method: 'POST',
  path: '/communities/:communityId/qr-codes/:qrCodeId/revoke',
  summary: 'Stop a QR code without a new one',
  permission: 'qrCode.manage',
  params: CommunityParams.extend({ qrCodeId: Uuid }),
  body: z.strictObject({}),
  reply: QrCodeView,
  problems: [...written, 'transition-refused'],
})

export const printQrPoster = endpoint({
  method: 'GET',
  path: '/communities/:communityId/qr-codes/:qrCodeId/poster',
  summary: 'The A4 poster of a QR code, readable from three metres',
  permission: 'qrCode.manage',
  params: CommunityParams.extend({ qrCodeId: Uuid }),
  reply: z.unknown(),
  binaryReply: 'application/pdf',
  problems: [...managed, 'code-revoked'],
})

export const DistrictParams = z.object({ districtId: TerritoryId })
