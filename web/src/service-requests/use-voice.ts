import type { Voice } from '@shequtong/contract/service-requests'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import type { WhoProps } from '../ui/people/who.tsx'

/** How a voice is called: its shown name, or its office where the office answered. */
export const useVoiceName = (): ((voice: Voice) => string) => {
  const { office } = useWords(roleWords)
  return ({ inOfficeName, role, shownName }) => (inOfficeName && role !== null ? office[role] : shownName)
}

type Shown = Pick<WhoProps, 'name' | 'duty' | 'verified' | 'badges'>

/** A voice as the kit's `Who` shows it: whoever must answer with an ink square and the role, a neighbour with the check. */
export const useVoice = (): ((voice: Voice) => Shown) => {
  const { role: roles, party } = useWords(roleWords)
  const nameOf = useVoiceName()
  return (voice) => {
    const { role } = voice
    const name = nameOf(voice)
    if (role === null) {
      return { name, duty: false, verified: voice.verified, badges: voice.party ? [{ label: party }] : [] }
    }
    return {
      name,
      duty: true,
      verified: false,
      badges: name === roles[role] ? [] : [{ label: roles[role], duty: true }],
    }
  }
}
