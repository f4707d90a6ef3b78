import { roles } from '@shequtong/domain/roles/roles'
import { dayKinds, shiftParts } from '@shequtong/domain/rota/shifts'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, DateText, InstantText, Uuid } from './values.ts'

/** A colleague by role: the name that is signed with. */
const Colleague = z.object({ roleGrantId: Uuid, shownName: z.string(), role: z.enum(roles) })

export const RotaShift = z.object({
  part: z.enum(shiftParts),
  startsAt: InstantText,
  endsAt: InstantText,
  /** Somebody has to be named: every night, and by day while the office is closed. */
  needed: z.boolean(),
  /** Over, and no longer to be changed. */
  over: z.boolean(),
  /** Who was named. */
  holder: Colleague.nullable(),
  backup: Colleague.nullable(),
  /** Who really stands there: the deputy of somebody away, the backup of somebody whose role ended. */
  onDuty: Colleague.nullable(),
})

export const AbsenceView = z.object({
  absenceId: Uuid,
  absent: Colleague,
  deputy: Colleague,
  firstOn: DateText,
  lastOn: DateText,
})

/** A week from Monday. Nobody's shifts are counted. */
export const RotaView = z.object({
  firstOn: DateText,
  days: z.array(z.object({ on: DateText, kind: z.enum(dayKinds), shifts: z.array(RotaShift) })),
  /** Needed shifts that are not over and that nobody covers. */
  gaps: z.array(z.object({ on: DateText, part: z.enum(shiftParts) })),
  absences: z.array(AbsenceView),
  /** Who can be named. */
  colleagues: z.array(Colleague),
})
export type RotaView = z.infer<typeof RotaView>

const read = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const write = [...read, 'rule-refused', 'idempotency-key-missing', 'idempotency-conflict'] as const

export const readRota = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rota',
  summary: 'Who is on duty in a week, where nobody is, and who stands in for whom',
  permission: 'rota.view',
  params: CommunityParams,
  query: z.object({ on: DateText.optional() }),
  reply: RotaView,
  problems: read,
})

export const nameForShift = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/rota/shifts',
  summary: 'Name who is on duty in a shift, and who comes after them; nobody: null',
  permission: 'rota.manage',
  params: CommunityParams,
  body: z.strictObject({
    on: DateText,
    part: z.enum(shiftParts),
    holderRoleGrantId: Uuid.nullable(),
    backupRoleGrantId: Uuid.nullable().default(null),
  }),
  reply: RotaView,
  problems: write,
})

export const copyRotaWeek = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rota/copies',
  summary: 'Fill the empty shifts of a week, as far as they are not over, as in the week before',
  permission: 'rota.manage',
  params: CommunityParams,
  body: z.strictObject({ on: DateText }),
  reply: RotaView,
  problems: [...read, 'idempotency-key-missing', 'idempotency-conflict'],
})

export const nameDeputy = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rota/absences',
  summary: 'Name who stands in for a colleague from one day to another, both included',
  permission: 'rota.manage',
  params: CommunityParams,
  body: z.strictObject({
    absentRoleGrantId: Uuid,
    deputyRoleGrantId: Uuid,
    firstOn: DateText,
    lastOn: DateText,
  }),
  reply: RotaView,
  problems: write,
})

export const endAbsence = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/rota/absences/:absenceId',
  summary: 'The colleague is there again: the deputy stands in no longer',
  permission: 'rota.manage',
  params: CommunityParams.extend({ absenceId: Uuid }),
  reply: RotaView,
  problems: [...read, 'idempotency-key-missing', 'idempotency-conflict'],
})

/** What neighbours read: who is there tonight, or today while the office is closed. */
export const readDuty = endpoint({
  method: 'GET',
  path: '/communities/:communityId/duty',
  summary: 'Who is on duty now, or tonight while the office is open; null where nobody was named',
  permission: 'community.view',
  params: CommunityParams,
  reply: z.object({
    on: DateText,
    part: z.enum(shiftParts),
    startsAt: InstantText,
    endsAt: InstantText,
    onDuty: z.object({ shownName: z.string(), role: z.enum(roles) }).nullable(),
  }),
  problems: ['unauthenticated', 'not-found', 'invalid-input'],
})
