import type { PersonaView } from '@shequtong/contract/sessions'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import type { Failure } from '../api/query.ts'
import { queryClient } from '../api/query-client.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { homeOf, useSession } from '../session/session.tsx'
import { useEnter } from '../session/use-enter.ts'
import { returnToOf } from '../sign-in/return-to.ts'
import { rememberPersona } from './played-persona.ts'

/** Signs in as a persona and goes where that person would begin. */
export const usePlay = (
  joinPath: string | null,
): { play: (persona: PersonaView) => Promise<void>; isPending: boolean; error: Failure | undefined } => {
  const { refresh } = useSession()
  const { query } = useLocation()
  const enter = useEnter()
  const [, setPreferences] = usePreferences()
  const signIn = useMutation('signInAsPersona')
  const play = async (persona: PersonaView) => {
    const me = await signIn.send({ body: { personaId: persona.personaId } })
    if (me === undefined) return
    rememberPersona(persona.personaId)
    queryClient.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'readMe' && queryKey[0] !== 'listPersonas',
    })
    await setPreferences({ mode: persona.elder ? 'elder' : 'standard' })
    await refresh()
    const returnTo = returnToOf(query.returnTo)
    if (returnTo !== null) return enter(returnTo, false)
    const home = homeOf(me)
    enter(
      persona.shell === 'join' && home === '/registrations' && me.waitingRegistrationId === null
        ? (joinPath ?? home)
        : home,
      false,
    )
  }
  return { play, isPending: signIn.isPending, error: signIn.error }
}
