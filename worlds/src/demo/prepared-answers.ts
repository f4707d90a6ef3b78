import type { PersonId } from './person-types.ts'
import type { DemoCommunityKey } from './territory-types.ts'

export interface PreparedAnswer {
  readonly community: DemoCommunityKey
  readonly by: PersonId
  /** With a blank for what each asker has to know. */
  readonly text: string
}

/** What desks say often, with what is different each time left open. */
export const preparedAnswers: readonly PreparedAnswer[] = [
  {
    community: 'baoshan-9',
    by: 'guo',
    text: '您说的我们去现场看过了，由____办，____之前办好，办完我在这里告诉您。',
  },
  { community: 'baoshan-9', by: 'guo', text: '这件事归____管，我____已经联系，回音最晚____写在这里。' },
  { community: 'baoshan-9', by: 'zhou', text: '维修师傅____上门，先看是哪里坏了，配件____到，到了就换。' },
]
