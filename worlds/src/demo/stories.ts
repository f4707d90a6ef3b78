import { lapsesAt } from '@shequtong/domain/service-requests/service-request'
import { addDays, addMs, dateOnIn, type Instant, msPerMinute } from '@shequtong/domain/time'
import { randomFor } from '../random.ts'
import { communityOf } from './people.ts'
import type { DemoPerson, PersonId } from './person-types.ts'
import { gongkang } from './stories/gongkang.ts'
import { ninthGreenery } from './stories/ninth-greenery.ts'
import { ninthHelp } from './stories/ninth-help.ts'
import { ninthOrder } from './stories/ninth-order.ts'
import { ninthRepairs } from './stories/ninth-repairs.ts'
import { ninthWaiting } from './stories/ninth-waiting.ts'
import { tonghe } from './stories/tonghe.ts'
import { wusong } from './stories/wusong.ts'
import type { Story, StoryStep } from './story-types.ts'

/** About six weeks of talk in the four communities; every person, place and word in it is invented. */
export const stories: readonly Story[] = [
  ...ninthWaiting,
  ...ninthRepairs,
  ...ninthOrder,
  ...ninthGreenery,
  ...ninthHelp,
  ...gongkang,
  ...tonghe,
  ...wusong,
]

export interface ScheduledStep {
  readonly at: Instant
  readonly step: StoryStep
}

export interface ScheduledStory {
  readonly story: Story
  readonly askedAt: Instant
  /** In time order, own voices among them; nothing is later than the end of the world. */
  readonly steps: readonly ScheduledStep[]
}

const askedAt = ({ start }: Story, endsAt: Instant): Instant =>
  'minutesBefore' in start
    ? addMs(endsAt, -start.minutesBefore * msPerMinute)
    : new Date(`${addDays(dateOnIn(endsAt), -start.daysBefore)}T${start.time}:00+08:00`)

/** Neighbours of the same community who have joined in good time, other than the asker and those who speak anyway. */
const ownVoices = (story: Story, people: readonly DemoPerson[]): PersonId[] => {
  const speaking = new Set([story.asker, ...story.steps.flatMap((step) => ('by' in step ? [step.by] : []))])
  const willing = people.filter(
    (person) =>
      person.standing === 'member' &&
      person.memberKind === 'resident' &&
      communityOf(person) === story.community &&
      !speaking.has(person.id),
  )
  return randomFor(`own voices ${story.key}`)
    .shuffled(willing)
    .slice(0, story.ownVoices)
    .map((person) => person.id)
}

/** Voices come within this span of the asking, while the matter is fresh and surely still open. */
const voiceSpanMinutes = { from: 4, to: 170 }

/** When each thing in `story` was said or done, for a world that ends at `endsAt`. */
export const scheduleStory = (story: Story, endsAt: Instant, people: readonly DemoPerson[]): ScheduledStory => {
  const begin = askedAt(story, endsAt)
  const random = randomFor(`voice times ${story.key}`)
  const closedAfter = story.steps.find((step) => step.do === 'resolve' || step.do === 'withdraw')
  const lastVoice = Math.min(
    voiceSpanMinutes.to,
    Math.floor((endsAt.getTime() - begin.getTime()) / msPerMinute),
    closedAfter && 'afterMinutes' in closedAfter ? closedAfter.afterMinutes - 1 : Number.POSITIVE_INFINITY,
  )
  const voices = ownVoices(story, people).map((by): StoryStep => {
    const afterMinutes = random.integer(Math.min(voiceSpanMinutes.from, lastVoice), lastVoice)
    return { do: 'ownVoice', by, afterMinutes }
  })
  let resolvedAt = begin
  const timed = [...story.steps, ...voices].map((step): ScheduledStep => {
    if (step.do === 'lapse') return { step, at: lapsesAt(resolvedAt) }
    const at = addMs(begin, step.afterMinutes * msPerMinute)
    if (step.do === 'resolve') resolvedAt = at
    return { step, at }
  })
  // The sort is stable: steps of the same minute stay as told.
  return { story, askedAt: begin, steps: timed.sort((a, b) => a.at.getTime() - b.at.getTime()) }
}

/** All of it in the order in which it was asked. */
export const scheduleStories = (endsAt: Instant, people: readonly DemoPerson[]): readonly ScheduledStory[] =>
  stories.map((story) => scheduleStory(story, endsAt, people)).sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
