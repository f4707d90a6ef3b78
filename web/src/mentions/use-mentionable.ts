import type { Mention } from '@shequtong/domain/mentions/mentions'
import { useQuery } from '../api/query.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import type { Naming } from './mention-area.tsx'

/** Somebody to choose; `note`: who holds the role. */
export type Named = Mention & { readonly key: string; readonly note: string }

const aMinuteMs = 60_000

/** Roles by what they are called or by who holds them, then neighbours; nobody while no name is typed (undefined). */
export const useMentionable = (
  { communityId, postId }: Pick<Naming, 'communityId' | 'postId'>,
  typed: string | undefined,
): { readonly found: readonly Named[]; readonly isPending: boolean } => {
  const { role: names } = useWords(roleWords)
  const query = {
    ...(typed === undefined || typed === '' ? {} : { q: typed }),
    ...(postId === undefined ? {} : { postId }),
  }
  const { data, isPending } = useQuery(
    'listMentionable',
    { params: { communityId }, query },
    { enabled: typed !== undefined, staleTimeMs: aMinuteMs },
  )
  if (data === undefined || typed === undefined) return { found: [], isPending }
  const wanted = typed.toLowerCase()
  const roles = data.roles
    .filter(({ role, shownNames }) => [names[role], ...shownNames].some((name) => name.toLowerCase().includes(wanted)))
    .map(({ role, shownNames }): Named => {
      return { key: role, words: names[role], membershipId: null, role, note: shownNames.join(' ') }
    })
  const members = data.members.map(({ membershipId, shownName }): Named => {
    return { key: membershipId, words: shownName, membershipId, role: null, note: '' }
  })
  return { found: [...roles, ...members], isPending }
}
