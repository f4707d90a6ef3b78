import { type RoomKindName, roomKinds } from '@shequtong/contract/realtime'

/** Endpoints that the matrix could not send a request to: each new one needs a sample. */
export const missingSamples = (names: readonly string[], samples: Readonly<Record<string, unknown>>): string[] =>
  names.filter((name) => !Object.hasOwn(samples, name))

type RoomShape = Readonly<Record<string, { readonly address: readonly string[] }>>

/** The name of the room of each kind for the given ids; undefined where an id of its address is not among them. */
export const roomsFor = <Kinds extends RoomShape = typeof roomKinds>(
  address: Readonly<Record<string, string>>,
  kinds: Kinds = roomKinds as unknown as Kinds,
): Record<keyof Kinds & string, string | undefined> =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { address: parts }]) => [
      kind,
      parts.every((part) => address[part] !== undefined)
        ? [kind, ...parts.map((part) => address[part])].join(':')
        : undefined,
    ]),
  ) as Record<keyof Kinds & string, string | undefined>

/** What a persona meets at a room: it is let in, told not-permitted, or told that there is nothing. */
export type Meets = 'in' | 'not-permitted' | 'not-found'

export type RoomTable = Readonly<Record<RoomKindName, Meets>>
