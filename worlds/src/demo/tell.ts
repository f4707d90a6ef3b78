import type { HandOverRole } from '@shequtong/domain/roles/roles'
import type { HandlingLevel, ServiceRequestKind } from '@shequtong/domain/service-requests/states'
import type { PersonId } from './person-types.ts'
import type { PictureName } from './pictures/picture-names.ts'
import type { Story, StoryStart, StoryStep } from './story-types.ts'
import type { DemoCommunityKey } from './territory-types.ts'

/** The words in which stories are written: one function a step, minutes first. */
type By = readonly [afterMinutes: number, by: PersonId, text: string]

export const hours = (count: number): number => Math.round(count * 60)
export const days = (count: number): number => Math.round(count * 24 * 60)

const spoken = ([afterMinutes, by, text]: By) => ({ afterMinutes, by, text })

export const read = (afterMinutes: number, by: PersonId): StoryStep => ({ do: 'read', afterMinutes, by })
export const answer = (...by: By): StoryStep => ({
  do: 'answer',
  ...spoken(by),
  inOfficeName: false,
  substantive: true,
})
export const officeAnswer = (...by: By): StoryStep => ({
  do: 'answer',
  ...spoken(by),
  inOfficeName: true,
  substantive: true,
})
export const receipt = (...by: By): StoryStep => ({
  do: 'answer',
  ...spoken(by),
  inOfficeName: false,
  substantive: false,
})
export const reply = (...by: By): StoryStep => ({ do: 'reply', ...spoken(by) })
export const askBack = (...by: By): StoryStep => ({ do: 'askBack', ...spoken(by) })
export const note = (...by: By): StoryStep => ({ do: 'note', ...spoken(by) })
export const handOver = (toRole: HandOverRole, ...by: By): StoryStep => ({ do: 'handOver', ...spoken(by), toRole })
/** Somebody of the role it was handed to accepts it. */
export const takes = (afterMinutes: number, by: PersonId): StoryStep => ({ do: 'acceptHandOver', afterMinutes, by })
export const toRepairs = (...by: By): StoryStep => handOver('propertyManager', ...by)
export const assign = (afterMinutes: number, by: PersonId, to: PersonId): StoryStep => ({
  do: 'assign',
  afterMinutes,
  by,
  to,
})
export const escalate = (toLevel: HandlingLevel, ...by: By): StoryStep => ({ do: 'escalate', ...spoken(by), toLevel })
/** The last day is `forDays` after the day on which it is suspended. */
export const suspend = (forDays: number, ...by: By): StoryStep => ({ do: 'suspend', forDays, ...spoken(by) })
export const resume = (afterMinutes: number, by: PersonId): StoryStep => ({ do: 'resume', afterMinutes, by })
export const solved = (...[afterMinutes, by, text, ...pictures]: [...By, ...PictureName[]]): StoryStep => ({
  do: 'resolve',
  outcome: 'solved',
  ...spoken([afterMinutes, by, text]),
  pictures,
})
export const beyond = (onwardOwner: string, ...by: By): StoryStep => ({
  do: 'resolve',
  outcome: 'beyondOurPower',
  ...spoken(by),
  onwardOwner,
})
/** The asker's own; `story` fills in who that is. */
export const asker = 'asker'
export const confirm = (afterMinutes: number, text = ''): StoryStep => ({
  do: 'confirm',
  afterMinutes,
  by: asker,
  text,
})
export const acceptReply = (afterMinutes: number): StoryStep => ({ do: 'acceptReply', afterMinutes, by: asker })
export const reopen = (afterMinutes: number, text: string): StoryStep => ({
  do: 'reopen',
  afterMinutes,
  by: asker,
  text,
})
export const withdraw = (afterMinutes: number, text: string): StoryStep => ({
  do: 'withdraw',
  afterMinutes,
  by: asker,
  text,
})
export const lapse: StoryStep = { do: 'lapse' }

/** `30 19:42`: thirty days before the end, at 19:42. A number: minutes before the end. */
const startFrom = (start: string | number): StoryStart => {
  if (typeof start === 'number') return { minutesBefore: start }
  const [daysBefore, time] = start.split(' ')
  return { daysBefore: Number(daysBefore), time: time as `${number}:${number}` }
}

interface More {
  readonly ownVoices?: number
  readonly pictures?: readonly PictureName[]
  readonly mentions?: readonly PersonId[]
  readonly private?: boolean
}

/** Where: `北块 92 92号楼北侧步道`, `- - 活动室背后`: sub-area, building, words; a dash leaves it open. */
export const teller =
  (community: DemoCommunityKey) =>
  (
    key: string,
    askerId: PersonId,
    kind: ServiceRequestKind,
    start: string | number,
    where: string,
    text: string,
    steps: readonly StoryStep[],
    more: More = {},
  ): Story => {
    const [subArea = '-', building = '-', ...words] = where.split(' ')
    return {
      key,
      community,
      asker: askerId,
      kind,
      visibility: more.private ? 'private' : 'community',
      text,
      place: {
        subArea: subArea === '-' ? undefined : subArea,
        building: building === '-' ? undefined : `${community}/${Number(building)}`,
        words: words.join(' '),
      },
      start: startFrom(start),
      ownVoices: more.ownVoices ?? 0,
      pictures: more.pictures ?? [],
      mentions: more.mentions ?? [],
      steps: steps.map((step) => ('by' in step && step.by === asker ? { ...step, by: askerId } : step)),
    }
  }
