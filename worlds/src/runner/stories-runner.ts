import type { Api, EndpointName } from '@shequtong/contract/api'
import type { RequestOf } from '@shequtong/contract/endpoint'
import { addDays, dateOnIn, type Instant } from '@shequtong/domain/time'
import { callDirectly } from '@shequtong/server/http/direct'
import type { Services } from '@shequtong/server/http/services'
import { transaction } from '@shequtong/server/platform/database/db'
import { alertDue } from '@shequtong/server/service-requests/commands/alert-due'
import { lapseSilent } from '@shequtong/server/service-requests/commands/lapse'
import type { Actor } from '@shequtong/server/sessions/actor'
import type { DemoWorld } from '../demo/demo-world.ts'
import type { PictureName } from '../demo/pictures/picture-names.ts'
import type { ScheduledStory } from '../demo/stories.ts'
import type { StoryStep } from '../demo/story-types.ts'
import type { SeededPerson } from './people-runner.ts'
import type { SeededTerritory } from './territory-runner.ts'

/** Uploads a drawn picture as this actor and gives its photo id. */
export type Upload = (actor: Actor, communityId: number, picture: PictureName, now: Instant) => Promise<string>

interface Stage {
  readonly services: Services
  readonly territory: SeededTerritory
  readonly people: ReadonlyMap<string, SeededPerson>
  readonly upload: Upload
}

/** One thing that happens at one time; the world is told in order of time, so that clocks never run backwards. */
interface Beat {
  readonly at: Instant
  readonly story: ScheduledStory['story']
  readonly step: StoryStep | 'ask'
}

const actorFor = (stage: Stage, personId: string, as: 'member' | 'role'): Actor => {
  const seeded = stage.people.get(personId)
  const actor = as === 'role' ? (seeded?.role ?? seeded?.member) : (seeded?.member ?? seeded?.role)
  if (actor === undefined) throw new Error(`${personId} has no capacity to act in`)
  return actor
}

const ask = async (stage: Stage, story: Beat['story'], at: Instant): Promise<string> => {
  const { communityId } = stage.territory.of(story.community)
  const actor = actorFor(stage, story.asker, 'member')
  const photoIds: string[] = []
  for (const picture of story.pictures) photoIds.push(await stage.upload(actor, communityId, picture, at))
  const reply = await callDirectly(
    stage.services,
    'submitServiceRequest',
    actor,
    {
      params: { communityId },
      body: {
        kind: story.kind,
        text: story.text,
        place: story.place.words,
        buildingId: story.place.building === undefined ? null : stage.territory.buildingId(story.place.building),
        visibility: story.visibility,
        photoIds,
      },
    },
    at,
  )
  return reply.serviceRequestId
}

const play = async (stage: Stage, { story, step, at }: Beat, serviceRequestId: string): Promise<void> => {
  if (step === 'ask') return
  const { communityId } = stage.territory.of(story.community)
  const params = { communityId, serviceRequestId }
  const act = <N extends EndpointName>(name: N, actor: Actor, body: unknown) =>
    callDirectly(stage.services, name, actor, { params, body } as Partial<RequestOf<Api[N]>>, at)
  if (step.do === 'lapse') {
    await transaction(stage.services.pool, (tx) => lapseSilent(tx, stage.services.territory, at))
    return
  }
  const asMember = actorFor(stage, step.by, 'member')
  const asRole = actorFor(stage, step.by, 'role')
  switch (step.do) {
    case 'read':
      await act('markServiceRequestRead', asRole, {})
      return
    case 'answer':
      await act('answerServiceRequest', asRole, { text: step.text, inOfficeName: step.inOfficeName })
      return
    case 'reply':
      await act('replyToServiceRequest', asMember, { text: step.text })
      return
    case 'acceptReply': {
      const { entries } = await callDirectly(stage.services, 'readServiceRequest', asMember, { params }, at)
      const reply = entries.findLast(({ kind, by }) => kind === 'reply' && by?.you === false)
      await act('acceptReply', asMember, { entryId: reply?.entryId })
      return
    }
    case 'askBack':
      await act('askBackServiceRequest', asRole, { text: step.text })
      return
    case 'note':
      await act('noteServiceRequest', asRole, { text: step.text })
      return
    case 'acceptHandOver':
      await act('acceptHandOver', asRole, {})
      return
    case 'handOver':
      await act('handOverServiceRequest', asRole, { toRole: step.toRole, reason: step.text })
      return
    case 'assign':
      await act('assignServiceRequest', asRole, { roleGrantId: actorFor(stage, step.to, 'role').roleGrantId })
      return
    case 'escalate':
      await act('escalateServiceRequest', asRole, { toLevel: step.toLevel, reason: step.text })
      return
    case 'suspend':
      await act('suspendServiceRequest', asRole, {
        reason: step.text,
        untilOn: addDays(dateOnIn(at), step.forDays),
      })
      return
    case 'resume':
      await act('resumeServiceRequest', asRole, {})
      return
    case 'resolve': {
      const photoIds: string[] = []
      for (const picture of step.outcome === 'solved' ? step.pictures : [])
        photoIds.push(await stage.upload(asRole, communityId, picture, at))
      const onwardOwner = step.outcome === 'beyondOurPower' ? step.onwardOwner : null
      await act('resolveServiceRequest', asRole, { result: step.text, outcome: step.outcome, onwardOwner, photoIds })
      return
    }
    case 'confirm':
      if (step.text !== '') await act('replyToServiceRequest', asMember, { text: step.text })
      await act('confirmServiceRequest', asMember, {})
      return
    case 'reopen':
      await act('reopenServiceRequest', asMember, { reason: step.text })
      return
    case 'withdraw':
      if (step.text !== '') await act('replyToServiceRequest', asMember, { text: step.text })
      await act('withdrawServiceRequest', asMember, {})
      return
    case 'ownVoice':
      await act('supportServiceRequest', asMember, { on: true })
      return
  }
}

const atOnce = 500

/** What response clocks say by themselves until `at`. */
const clocksRun = ({ services }: Stage, at: Instant) =>
  transaction(services.pool, (tx) => alertDue(tx, services.territory, at, atOnce))

/** Tells all stories, step by step in order of time, up to `endsAt`. */
export const runStories = async (stage: Stage, world: DemoWorld, endsAt: Instant): Promise<void> => {
  const beats: Beat[] = world.stories.flatMap((scheduled) => [
    { at: scheduled.askedAt, story: scheduled.story, step: 'ask' as const },
    ...scheduled.steps.map(({ at, step }) => ({ at, story: scheduled.story, step })),
  ])
  const ids = new Map<string, string>()
  for (const beat of beats
    .map((beat, order) => ({ beat, order }))
    .sort((a, b) => a.beat.at.getTime() - b.beat.at.getTime() || a.order - b.order)) {
    const { story, step, at } = beat.beat
    const key = `${story.community}/${story.key}`
    await clocksRun(stage, at)
    if (step === 'ask') ids.set(key, await ask(stage, story, at))
    else await play(stage, beat.beat, ids.get(key) ?? '')
  }
  await clocksRun(stage, endsAt)
}
