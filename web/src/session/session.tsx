import type { HatView, Me } from '@shequtong/contract/sessions'
import type { Role } from '@shequtong/domain/roles/roles'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Who is looking, for every screen below. */
export interface Session {
  readonly me: Me
  /** The hat worn now. */
  readonly hat: HatView | undefined
  /** After signing in or out, or another hat: ask the server anew. */
  readonly refresh: () => Promise<void>
}

export const SessionContext = createContext<Session | undefined>(undefined)

export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('no session above this screen')
  return session
}

const commandRoles: readonly Role[] = ['subdistrictOfficer', 'districtOfficer']

/** The first screen of whoever is looking, by the hat worn. */
export const homeOf = (me: Me): string => {
  const hat = me.hats.find((one) => one.hatId === me.actingHatId)
  if (!me.signedIn) return me.demo ? '/demo' : '/sign-in'
  if (hat === undefined) return '/registrations'
  if (hat.type === 'member') return '/home'
  if (hat.role !== null && commandRoles.includes(hat.role)) return `/command/${hat.level}s/${hat.territoryId}`
  return `/work/${hat.territoryId}`
}
