import { ok, type Result, refused } from '../result.ts'
import type { Hat } from '../roles/hats.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import { actionsOnPost, mayModerate, type Post, type PostViolation } from './post.ts'

/** Why somebody says that words should not stand there (网络安全法 2025, 49 and 51: unlawful content, a channel for complaints). */
export const reportReasons = ['untrue', 'insult', 'privacy', 'advertising', 'unlawful', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** What came of it: taken away, or looked at and left. */
export const reportOutcomes = ['removed', 'kept'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export const reportWordsMaxCodePoints = 200

/** What was reported: a post, or one reply below it. */
export interface Reported {
  readonly post: Post
  /** Whose words they are: those of whoever reports. */
  readonly isOwn: boolean
  /** The reply was taken away before. */
  readonly isReplyRemoved: boolean
}

/** Whether a report may be made; `other` needs words that say what it is. Nobody reports the own words or what is gone. */
export const report = (
  { post, isOwn, isReplyRemoved }: Reported,
  said: { readonly reason: ReportReason; readonly words: string },
): Result<true, PostViolation> => {
  const gone = isReplyRemoved || post.state !== 'published'
  if (gone || isOwn) return refused({ code: 'transition-refused', from: gone ? 'removed' : post.state, allowed: [] })
  return said.reason === 'other' && !isStatedReason(said.words) ? refused({ code: 'reason-not-stated' }) : ok(true)
}

/** Whoever may answer below a post may report what others say there. */
export const mayReport = (hat: Hat, reported: Reported): boolean =>
  actionsOnPost({ hat, isAuthor: reported.isOwn }, reported.post).includes('report') && !reported.isReplyRemoved

/** Nobody judges the own words: the reported author, although of the committee, leaves it to the colleagues. */
export const mayDecideReport = (hat: Hat, isOwn: boolean): boolean => mayModerate(hat) && !isOwn
