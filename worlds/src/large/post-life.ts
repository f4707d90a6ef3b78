import type { EventType } from '@shequtong/contract/events'
import { addMs, type Instant, msPerHour, msPerMinute } from '@shequtong/domain/time'
import type { Random } from '../random.ts'
import { type Cast, type Neighbour, neighbourAt } from './cast.ts'
import { idOf } from './ids.ts'
import * as words from './words.ts'

/** A post on the exchange board and the words below it. */
export interface ToldPost {
  readonly postId: string
  readonly author: Neighbour
  readonly text: string
  readonly at: Instant
  readonly replies: readonly {
    readonly postReplyId: string
    readonly by: Neighbour
    readonly text: string
    readonly at: Instant
  }[]
  readonly facts: readonly {
    readonly eventId: string
    readonly type: EventType
    readonly at: Instant
    readonly byPersonId: string
    readonly more: Readonly<Record<string, unknown>>
  }[]
}

/** The post that is known by `key`, with `replyCount` words below it, none of them after `until`. */
export const postOf = (
  key: string,
  cast: Cast,
  random: Random,
  at: Instant,
  until: Instant,
  replyCount: number,
): ToldPost | undefined => {
  const author = neighbourAt(cast, at, random)
  if (author === undefined) return undefined
  const latestMs = Math.max(0, Math.min(30 * msPerHour, until.getTime() - at.getTime()))
  const times = Array.from({ length: replyCount }, () =>
    addMs(at, Math.min(latestMs, msPerMinute + random.fraction() ** 3 * latestMs)),
  ).sort((a, b) => a.getTime() - b.getTime())
  const replies = times.map((when, n) => ({
    postReplyId: idOf(when, `${key} reply ${n}`),
    by: neighbourAt(cast, when, random) ?? author,
    text: random.pick(words.postReplies),
    at: when,
  }))
  return {
    postId: idOf(at, key),
    author,
    text: random.pick(words.postWords),
    at,
    replies,
    facts: [
      { eventId: idOf(at, `${key} fact`), type: 'post.published', at, byPersonId: author.personId, more: {} },
      ...replies.map(({ postReplyId, by, at: when }, n) => ({
        eventId: idOf(when, `${key} fact ${n}`),
        type: 'post.replied' as const,
        at: when,
        byPersonId: by.personId,
        more: { postReplyId },
      })),
    ],
  }
}
