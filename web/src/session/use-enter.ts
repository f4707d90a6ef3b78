import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useSession } from './session.tsx'

interface Target {
  readonly path: string
  readonly replaces: boolean
}

/** Goes to a room of members after signing in: once every screen knows who looks, else its door would send them out again. */
export const useEnter = (): ((path: string, replaces: boolean) => void) => {
  const { me } = useSession()
  const { route } = useLocation()
  const [target, enter] = useState<Target | undefined>(undefined)
  useEffect(() => {
    if (target !== undefined && me.signedIn) route(target.path, target.replaces)
  }, [target, me.signedIn])
  return (path, replaces) => enter({ path, replaces })
}
