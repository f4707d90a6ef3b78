import { interactionsOf } from '@shequtong/domain/rollups/interactions'
import type { ServiceRequestKind } from '@shequtong/domain/service-requests/states'
import { addMs, type Instant, msPerDay, msPerHour } from '@shequtong/domain/time'
import { type Random, randomFor } from '../random.ts'
import type { Cast } from './cast.ts'
import { type ClockRules, lifeOf, type ToldRequest } from './life.ts'
import { postOf, type ToldPost } from './post-life.ts'

export type Thing =
  | { readonly is: 'request'; readonly told: ToldRequest }
  | { readonly is: 'post'; readonly told: ToldPost }

/** How far a community was told. */
export interface Progress {
  /** Requests and posts. */
  readonly things: number
  /** As domain/src/rollups/interactions.ts counts them. */
  readonly interactions: number
}

export interface Story {
  readonly communityCode: string
  readonly cast: Cast
  /** How many there are to be in the end, exactly. */
  readonly interactions: number
  /** When the first neighbour was in, and when the world ends. */
  readonly began: Instant
  readonly until: Instant
  readonly rulesFor: (kind: ServiceRequestKind) => ClockRules
}

/** No request has more; towards the end only posts are told, with as many words below them as are still missing. */
const mostOfOneRequest = 60
const mostReplies = 24
const shareOfRequests = 0.45

export const interactionsIn = ({ told }: Thing): number =>
  told.facts.reduce((sum, { type }) => sum + interactionsOf(type), 0)

/** Between seven in the morning and half past ten at night of the same day in Asia/Shanghai, where people are awake. */
const byDay = (at: Instant, random: Random): Instant => {
  const local = at.getTime() + 8 * msPerHour
  return new Date(local - (local % msPerDay) - 8 * msPerHour + Math.round((7 + 15.5 * random.fraction()) * msPerHour))
}

/** What happens in a community after what was told already: the same story and progress always go on in the same way. */
export const thingsFrom = function* (story: Story, from: Progress): Generator<Thing> {
  const { communityCode, cast, began, until } = story
  const spanMs = until.getTime() - began.getTime()
  let { things, interactions } = from
  while (interactions < story.interactions) {
    const key = `${communityCode} thing ${things}`
    const random = randomFor(key)
    const passed = byDay(addMs(began, Math.round(spanMs * (interactions / story.interactions))), random)
    const at = new Date(Math.min(Math.max(passed.getTime(), began.getTime()), until.getTime() - msPerHour))
    const left = story.interactions - interactions
    const isRequest = left >= mostOfOneRequest && random.chance(shareOfRequests)
    const replies = Math.min(left - 1, Math.floor(random.fraction() ** 2 * mostReplies))
    const request = isRequest ? lifeOf(key, cast, random, at, until, story.rulesFor) : undefined
    const post = isRequest ? undefined : postOf(key, cast, random, at, until, replies)
    const thing: Thing | undefined =
      request !== undefined
        ? { is: 'request', told: request }
        : post !== undefined
          ? { is: 'post', told: post }
          : undefined
    if (thing === undefined) throw new RangeError(`nobody was there at ${at.toISOString()}`)
    yield thing
    things += 1
    interactions += interactionsIn(thing)
  }
}
