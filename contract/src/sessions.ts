import { memberKinds, tenures } from '@shequtong/domain/registrations/member-kinds'
import { membershipStates } from '@shequtong/domain/roles/hats'
import { roles, territoryLevels } from '@shequtong/domain/roles/roles'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Done, InstantText, Uuid } from './values.ts'

/** A stranger's write that spends something single-use: nothing is kept under its key. */
const spent = ['invalid-input', 'idempotency-key-missing'] as const
const write = [...spent, 'idempotency-conflict'] as const

/** A capacity to act in: as a member of a community, or in a role of a territory. */
export const HatView = z.object({
  hatId: Uuid,
  type: z.enum(['member', 'role']),
  shownName: z.string(),
  communityId: z.number().int().nullable(),
  territoryName: z.string(),
  level: z.enum(territoryLevels),
  territoryId: z.number().int(),
  role: z.enum(roles).nullable(),
  memberKind: z.enum(memberKinds).nullable(),
  tenure: z.enum(tenures).nullable(),
  state: z.enum(membershipStates),
  buildingName: z.string().nullable(),
  party: z.boolean(),
})
export type HatView = z.infer<typeof HatView>

export const Me = z.object({
  signedIn: z.boolean(),
  demo: z.boolean(),
  hats: z.array(HatView),
  /** The hat worn now. */
  actingHatId: Uuid.nullable(),
  /** The open registration, if one waits. */
  waitingRegistrationId: Uuid.nullable(),
  unreadCount: z.number().int(),
})
export type Me = z.infer<typeof Me>

export const readMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who I am here: the capacities I may act in and the one I act in now',
  permission: 'public',
  reply: Me,
  problems: [],
})

export const wearHat = endpoint({
  method: 'POST',
  path: '/me/acting-hat',
  summary: 'Act in another of my own capacities',
  permission: 'signedIn',
  body: z.strictObject({ hatId: Uuid }),
  reply: Me,
  problems: ['unauthenticated', 'not-found', ...write],
})

export const requestPhoneCode = endpoint({
  method: 'POST',
  perMinute: 20,
  path: '/sign-in/phone-codes',
  summary: 'Send a one-time code by SMS; six digits, five minutes, five tries',
  permission: 'public',
  body: z.strictObject({ phone: z.string().max(40) }),
  keeps: 'reply',
  reply: z.object({ validForSeconds: z.number().int(), againAfterSeconds: z.number().int() }),
  problems: [...write, 'rate-limited', 'rule-refused'],
})

export const signInByPhone = endpoint({
  method: 'POST',
  perMinute: 30,
  path: '/sign-in/phone',
  summary: 'Sign in with the code; an unknown phone becomes a new person without any membership',
  permission: 'public',
  body: z.strictObject({ phone: z.string().max(40), code: z.string().max(12) }),
  reply: Me,
  problems: [...spent, 'rule-refused'],
})

export const startWechatSignIn = endpoint({
  method: 'GET',
  path: '/sign-in/wechat',
  summary: 'Where to send the browser for WeChat OAuth (snsapi_userinfo), with a single-use state',
  permission: 'public',
  query: z.object({ returnTo: z.string().max(200).optional() }),
  reply: z.object({ url: z.string() }),
  problems: ['invalid-input', 'rule-refused'],
})

export const finishWechatSignIn = endpoint({
  method: 'POST',
  perMinute: 60,
  path: '/sign-in/wechat',
  summary: 'Exchange the code of the callback for a session; a snapshot user is refused',
  permission: 'public',
  body: z.strictObject({ code: z.string().min(1).max(200), state: z.string().min(1).max(128) }),
  reply: Me.extend({ returnTo: z.string().nullable() }),
  problems: [...spent, 'rule-refused', 'dependency-unavailable'],
})

export const PersonaView = z.object({
  personaId: z.string(),
  shownName: z.string(),
  role: z.enum(roles).nullable(),
  what: z.string(),
  shell: z.enum(['resident', 'workbench', 'command', 'join']),
  elder: z.boolean(),
})
export type PersonaView = z.infer<typeof PersonaView>

export const listPersonas = endpoint({
  method: 'GET',
  path: '/demo/personas',
  summary: 'The personas of the demo world; nothing outside a demo',
  permission: 'public',
  reply: z.object({ personas: z.array(PersonaView), joinPath: z.string().nullable() }),
  problems: ['not-found'],
})

export const signInAsPersona = endpoint({
  method: 'POST',
  path: '/demo/sign-in',
  summary: 'Sign in as a persona with one click; nothing outside a demo',
  permission: 'public',
  body: z.strictObject({ personaId: z.string().max(40) }),
  reply: Me,
  problems: ['not-found', ...spent],
})

/** Invented papers of a persona who has not joined: what the player types when registering. */
export const DemoPapers = z.object({
  personaId: z.string(),
  trueName: z.string(),
  documentNumber: z.string(),
  phone: z.string(),
  dwelling: z.string(),
})
export type DemoPapers = z.infer<typeof DemoPapers>

export const readDemoStage = endpoint({
  method: 'GET',
  path: '/demo',
  summary:
    'What a player needs besides a persona: the address for another device, and papers to register with; nothing outside a demo',
  permission: 'public',
  reply: z.object({ siteUrl: z.string(), papers: z.array(DemoPapers) }),
  problems: ['not-found'],
})

export const readDemoMessages = endpoint({
  method: 'POST',
  perMinute: 240,
  path: '/demo/messages',
  summary:
    'Short messages that the simulator took for the phone whose code this browser asked for, newest first, in place of its screen; nothing outside a demo',
  permission: 'public',
  body: z.strictObject({ phone: z.string().max(40) }),
  reply: z.object({
    messages: z.array(
      z.object({ template: z.string(), values: z.record(z.string(), z.string()), sentAt: InstantText }),
    ),
  }),
  problems: ['not-found', ...spent],
})

export const SessionView = z.object({
  sessionId: Uuid,
  device: z.string(),
  createdAt: InstantText,
  lastSeenAt: InstantText,
  current: z.boolean(),
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where I am signed in',
  permission: 'signedIn',
  reply: z.object({ sessions: z.array(SessionView) }),
  problems: ['unauthenticated'],
})

export const revokeSession = endpoint({
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  summary: 'Sign a device of mine out',
  permission: 'signedIn',
  params: z.object({ sessionId: Uuid }),
  reply: Done,
  problems: ['unauthenticated', 'not-found', ...write],
})

export const signOut = endpoint({
  method: 'POST',
  path: '/sign-out',
  summary: 'End this session',
  permission: 'signedIn',
  body: z.strictObject({}),
  reply: Done,
  problems: ['unauthenticated', ...write],
})
