import { parseRoom, type Room, type RoomRule, roomKinds } from '@shequtong/contract/realtime'
import { mayViewDistrict, mayViewSubdistrict } from '@shequtong/domain/roles/officers'
import { decide } from '@shequtong/domain/roles/permissions'
import { maySee } from '@shequtong/domain/service-requests/participants'
import type { Services } from '../http/services.ts'
import type { Entry } from '../platform/realtime/door.ts'
import { participantOf, rowColumns, type ServiceRequestRow, toDomain } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'

type Deps = Pick<Services, 'db' | 'territory'>
type Decide = (deps: Deps, actor: Actor, room: Room) => Promise<Entry>

const byPermission: Decide = async ({ territory }, { hat }, { kind, address }) => {
  const place = await territory.community(Number(address.communityId))
  if (place === undefined) return 'not-found'
  const decision = decide(roomKinds[kind].permission, hat, place)
  return decision === 'allowed' ? 'allowed' : decision === 'notPermitted' ? 'not-permitted' : 'not-found'
}

const seen: Decide = async (deps, actor, room) => {
  const permitted = await byPermission(deps, actor, room)
  if (permitted !== 'allowed') return permitted
  const place = await deps.territory.community(Number(room.address.communityId))
  const row = await deps.db.maybe<ServiceRequestRow>(
    `select ${rowColumns} from service_requests r where r.community_id = $1 and r.service_request_id = $2`,
    [room.address.communityId, room.address.serviceRequestId],
  )
  if (row === undefined || place === undefined) return 'not-found'
  return maySee(participantOf(actor, row), toDomain(row), place) ? 'allowed' : 'not-found'
}

const entryIf = (allowed: boolean): Entry => (allowed ? 'allowed' : 'not-found')

const rules: Readonly<Record<RoomRule, Decide>> = {
  permission: byPermission,
  serviceRequestSeen: seen,
  ownPerson: async (_, { personId }, { address }) => entryIf(personId === address.personId),
  districtViewed: async (_, { hat }, { address }) => entryIf(mayViewDistrict(hat, Number(address.districtId))),
  subdistrictViewed: async ({ territory }, { hat }, { address }) => {
    const subdistrictId = Number(address.subdistrictId)
    const inside = (await territory.all()).find((community) => community.subdistrictId === subdistrictId)
    return entryIf(inside !== undefined && mayViewSubdistrict(hat, inside))
  },
}

/** Whether `actor` may enter the room of this name now. */
export const mayEnter = async (deps: Deps, actor: Actor, name: string): Promise<Entry> => {
  const room = parseRoom(name)
  if (room === undefined) return 'invalid-input'
  return rules[roomKinds[room.kind].rule](deps, actor, room)
}
