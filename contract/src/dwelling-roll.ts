import { rollFaultCodes } from '@shequtong/domain/dwelling-roll/roll-row'
import { rollFields } from '@shequtong/domain/dwelling-roll/roll-words'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, InstantText, PageQuery, pageOf, plainText, Uuid } from './values.ts'

export const rollMaxBytes = 10_000_000
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const rollTypes = ['text/csv', xlsxType] as const
/** More are counted and not listed: who has so many mends the file's columns first. */
export const rollFaultsListed = 200

const CompoundParams = CommunityParams.extend({ compoundId: Uuid })
const read = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const asked = [...read, 'idempotency-key-missing'] as const
const uploaded = [...asked, 'body-too-large', 'unsupported-media'] as const

/** One thing that is wrong in one line: the door and the column, never what stands there. */
const RollFault = z.object({
  /** As the spreadsheet numbers its rows; the heading counts. */
  line: z.number().int(),
  door: z.string(),
  field: z.enum(rollFields),
  code: z.enum(rollFaultCodes),
})

const RollPlan = z.object({
  rows: z.number().int(),
  badRows: z.number().int(),
  faults: z.array(RollFault).max(rollFaultsListed),
  /** Headings that were not understood and are not read. */
  ignoredColumns: z.array(z.string()),
  dwellingsAdded: z.number().int(),
  /** Floor, area or its source differ from what is kept. */
  dwellingsChanged: z.number().int(),
  dwellingsSame: z.number().int(),
  /** Kept, and not in the file: an import leaves them as they are. */
  dwellingsLeft: z.number().int(),
  /** Of the file, left as they are because one of their lines is bad. */
  dwellingsSkipped: z.number().int(),
  persons: z.number().int(),
  /** On the roll now at the doors of the file; an import replaces them. */
  personsReplaced: z.number().int(),
})
export type RollPlan = z.infer<typeof RollPlan>

const inCompound = '/communities/:communityId/compounds/:compoundId' as const

export const checkRoll = endpoint({
  method: 'POST',
  path: `${inCompound}/roll/check`,
  summary: 'Dry run: what an import of this dwelling roll would do, and every bad row with its reason',
  permission: 'roll.manage',
  params: CompoundParams,
  binaryBody: { accepts: rollTypes, maxBytes: rollMaxBytes },
  // changes nothing
  keeps: 'nothing',
  reply: RollPlan,
  problems: uploaded,
})

export const importRoll = endpoint({
  method: 'POST',
  path: `${inCompound}/roll`,
  summary: 'Import a dwelling roll in one step; refused when a row is bad, unless their dwellings are to be skipped',
  permission: 'roll.manage',
  params: CompoundParams,
  query: z.object({ skipBad: z.enum(['true', 'false']).optional() }),
  binaryBody: { accepts: rollTypes, maxBytes: rollMaxBytes },
  reply: RollPlan,
  problems: [...uploaded, 'idempotency-conflict', 'rule-refused'],
})

export const exportRoll = endpoint({
  method: 'GET',
  path: `${inCompound}/roll`,
  summary: 'The dwelling roll as CSV with names, document numbers and phones masked',
  permission: 'roll.manage',
  params: CompoundParams,
  reply: z.unknown(),
  binaryReply: 'text/csv',
  problems: read,
})

export const requestFullRoll = endpoint({
  method: 'POST',
  path: `${inCompound}/roll/full-exports`,
  summary: 'State the reason for a roll with full values; the ticket fetches it for five minutes',
  permission: 'roll.manage',
  params: CompoundParams,
  body: z.strictObject({ reason: plainText(4, 300) }),
  // changes nothing: the look-ups are logged when the ticket is used
  keeps: 'nothing',
  reply: z.object({ ticket: z.string(), expiresAt: InstantText }),
  problems: asked,
})

export const exportFullRoll = endpoint({
  method: 'GET',
  path: `${inCompound}/roll/full`,
  summary: 'The dwelling roll as CSV with full values; each person’s look-up is logged and shown to them',
  permission: 'roll.manage',
  params: CompoundParams,
  query: z.object({ ticket: z.string().min(1).max(4_000) }),
  reply: z.unknown(),
  binaryReply: 'text/csv',
  problems: read,
})

export const listDwellingsWithoutMembers = endpoint({
  method: 'GET',
  path: `${inCompound}/dwellings-without-members`,
  summary: 'Dwellings nobody joined from yet, in the order of a walk through the compound',
  permission: 'roll.manage',
  params: CompoundParams,
  query: PageQuery,
  reply: pageOf(
    z.object({
      dwellingId: Uuid,
      building: z.string(),
      staircase: z.string(),
      room: z.string(),
      floor: z.number().int(),
      personsOnRoll: z.number().int(),
    }),
  ).extend({ dwellings: z.number().int(), withoutMembers: z.number().int() }),
  problems: read,
})
