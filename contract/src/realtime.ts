import type { Permission } from '@shequtong/domain/roles/permissions'
import * as z from 'zod'
import { eventTypes } from './events.ts'
import { notificationKinds } from './notifications.ts'
import { Uuid } from './values.ts'

/** Below the API's root; a WebSocket that carries hints. The truth is always the API's. */
export const realtimePath = '/realtime'

/** How who may enter a room is decided, beside its permission. */
export type RoomRule =
  /** The permission in the community of the address decides alone. */
  | 'permission'
  /** As `permission`, and the service request itself must be visible: a private one is a room of its few. */
  | 'serviceRequestSeen'
  | 'ownPerson'
  | 'districtViewed'
  | 'subdistrictViewed'

interface RoomKind {
  readonly address: readonly ('communityId' | 'serviceRequestId' | 'personId' | 'districtId' | 'subdistrictId')[]
  readonly permission: Exclude<Permission, 'public'>
  readonly rule: RoomRule
}

/** Every kind of room. A room's name is its kind and its address, joined by colons: `community:310113001`. */
export const roomKinds = {
  /** Public service requests of a community: which one changed and how. */
  community: { address: ['communityId'], permission: 'community.view', rule: 'permission' },
  /** One thread, for those who may see it. */
  'service-request': {
    address: ['communityId', 'serviceRequestId'],
    permission: 'community.view',
    rule: 'serviceRequestSeen',
  },
  /** The workbench: something in the inbox changed; names no private request. */
  inbox: { address: ['communityId'], permission: 'inbox.view', rule: 'permission' },
  registrations: { address: ['communityId'], permission: 'registration.review', rule: 'permission' },
  /** A person's own notifications. Every socket is in its own person's room from the start. */
  person: { address: ['personId'], permission: 'signedIn', rule: 'ownPerson' },
  /** The counters of the command center moved; names no item. */
  district: { address: ['districtId'], permission: 'signedIn', rule: 'districtViewed' },
  subdistrict: { address: ['subdistrictId'], permission: 'signedIn', rule: 'subdistrictViewed' },
} as const satisfies Readonly<Record<string, RoomKind>>
export type RoomKindName = keyof typeof roomKinds

const RoomName = z.string().max(120)

/** What a client sends. `since`: the last sequence it has of that room; absent, it wants only what comes. */
export const ClientMessage = z.union([
  z.strictObject({ subscribe: RoomName, since: z.number().int().min(0).optional() }),
  z.strictObject({ unsubscribe: RoomName }),
])
export type ClientMessage = z.infer<typeof ClientMessage>

/** A hint: what changed. Ids and codes only. */
export const Hint = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('serviceRequestChanged'),
    communityId: z.number().int(),
    serviceRequestId: Uuid,
    event: z.enum(eventTypes),
  }),
  /** `postId` null: a post for a part of the community; whoever looks at one asks again. */
  z.object({ type: z.literal('postChanged'), communityId: z.number().int(), postId: Uuid.nullable() }),
  z.object({ type: z.literal('boardsChanged'), communityId: z.number().int() }),
  z.object({ type: z.literal('inboxChanged'), communityId: z.number().int(), serviceRequestId: Uuid.nullable() }),
  /** Who is on duty. */
  z.object({ type: z.literal('rotaChanged'), communityId: z.number().int() }),
  z.object({ type: z.literal('registrationsChanged'), communityId: z.number().int() }),
  z.object({
    type: z.literal('notificationAdded'),
    kind: z.enum(notificationKinds),
    communityId: z.number().int().nullable(),
    subjectId: Uuid.nullable(),
  }),
  /** A membership or role of this person began or ended: the socket is closed after it, to come back with the new rights. */
  z.object({ type: z.literal('capacitiesChanged') }),
  z.object({ type: z.literal('overviewChanged'), communityId: z.number().int() }),
])
export type Hint = z.infer<typeof Hint>

export const subscribeProblems = ['not-found', 'not-permitted', 'invalid-input', 'rate-limited'] as const

const inRoom = { room: RoomName, sequence: z.number().int() }

/** What the server sends. Sequences of a room have no gap: a client that sees one has missed nothing before it. */
export const ServerMessage = z.union([
  z.object({ type: z.literal('subscribed'), ...inRoom }),
  /** Older than what is kept: fetch anew from the API, then go on from this sequence. */
  z.object({ type: z.literal('reset'), ...inRoom }),
  z.object({ type: z.literal('refused'), room: z.string().nullable(), problem: z.enum(subscribeProblems) }),
  z.object({ type: z.literal('hint'), ...inRoom, hint: Hint }),
])
export type ServerMessage = z.infer<typeof ServerMessage>

/** Close codes of our own (RFC 6455 section 7.4.2, private use). */
export const closeCodes = {
  /** The session ended: sign in again. */
  signedOut: 4401,
  /** Another hat, or rights that changed: connect again. */
  capacityChanged: 4403,
  /** Too slow, too much, or not understood: connect again after a pause. */
  tooMuch: 4429,
} as const

export const maxRoomsPerSocket = 50
export const maxClientMessageBytes = 4_096

type AddressOf<K extends RoomKindName> = Record<(typeof roomKinds)[K]['address'][number], string | number>

export const roomName = <K extends RoomKindName>(kind: K, address: AddressOf<K>): string =>
  [kind, ...roomKinds[kind].address.map((part) => (address as Record<string, string | number>)[part])].join(':')

export interface Room {
  readonly kind: RoomKindName
  readonly address: Readonly<Record<string, string>>
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const territoryIdShape = /^[1-9]\d{0,9}$/
const maxTerritoryId = 2_147_483_647

/** Reads a room's name; undefined where it is none. Each room has exactly one name. */
export const parseRoom = (name: string): Room | undefined => {
  const [kind, ...values] = name.split(':')
  if (kind === undefined || !Object.hasOwn(roomKinds, kind)) return undefined
  const parts: readonly string[] = roomKinds[kind as RoomKindName].address
  if (values.length !== parts.length) return undefined
  const fits = (part: string, value: string) =>
    part === 'serviceRequestId' || part === 'personId'
      ? uuidShape.test(value)
      : territoryIdShape.test(value) && Number(value) <= maxTerritoryId
  if (!parts.every((part, i) => fits(part, values[i] ?? ''))) return undefined
  return { kind: kind as RoomKindName, address: Object.fromEntries(parts.map((part, i) => [part, values[i] ?? ''])) }
}
