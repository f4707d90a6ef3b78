import { addMs, type Instant, msPerMinute } from '@shequtong/domain/time'
import { callDirectly } from '@shequtong/server/http/direct'
import type { Services } from '@shequtong/server/http/services'
import { preparedAnswers } from '../demo/prepared-answers.ts'
import type { SeededPerson } from './people-runner.ts'
import type { SeededTerritory } from './territory-runner.ts'

/** What stands ready on the desks. */
export const runDesks = async (
  services: Services,
  territory: SeededTerritory,
  people: ReadonlyMap<string, SeededPerson>,
  now: Instant,
): Promise<void> => {
  for (const { community, by, text } of preparedAnswers) {
    const role = people.get(by)?.role
    if (role === undefined) throw new Error(`${by} has no desk`)
    const { communityId } = territory.of(community)
    await callDirectly(services, 'addAnswerTemplate', role, { params: { communityId }, body: { text } }, now)
  }
}

/** Three of four neighbours open an announcement within a day; which ones follows from their order alone. */
export const runReaders = async (
  services: Services,
  people: ReadonlyMap<string, SeededPerson>,
  post: { readonly communityId: number; readonly postId: string; readonly publishedAt: Instant },
): Promise<void> => {
  const { communityId, postId, publishedAt } = post
  const members = [...people.values()].flatMap(({ member }) =>
    member?.hat?.type === 'member' && member.hat.place.communityId === communityId ? [member] : [],
  )
  for (const [at, member] of members.entries())
    if (at % 4 !== 0)
      await callDirectly(
        services,
        'seePost',
        member,
        { params: { communityId, postId }, body: {} },
        addMs(publishedAt, at * msPerMinute),
      )
}
