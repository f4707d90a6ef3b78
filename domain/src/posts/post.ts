import { ok, type Result, refused } from '../result.ts'
import type { Hat } from '../roles/hats.ts'
import { committeeRoles } from '../roles/roles.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import { type Instant, msPerDay } from '../time.ts'

/** A post (帖): words without a clock. `canceled`: scheduled and taken back before its time. */
export const postStates = ['scheduled', 'published', 'canceled', 'removed'] as const
export type PostState = (typeof postStates)[number]

export interface Post {
  readonly state: PostState
  readonly writtenAt: Instant
  /** When it was, or is to be, published. */
  readonly publishedAt: Instant
  readonly pinnedAt: Instant | undefined
  /** When its words were changed last. */
  readonly editedAt: Instant | undefined
}

export type PostViolation =
  | { readonly code: 'transition-refused'; readonly from: PostState; readonly allowed: PostAction[] }
  | { readonly code: 'title-missing' }
  | { readonly code: 'reason-not-stated' }
  | { readonly code: 'publish-at-past' | 'publish-at-too-far' }
  | { readonly code: 'edited-meanwhile' }
  | { readonly code: 'not-yet-due' }
  | { readonly code: 'too-many-pinned'; readonly atMost: number }

export const postActions = [
  'reply',
  'like',
  'report',
  'edit',
  'remove',
  'cancel',
  'publishNow',
  'pin',
  'unpin',
] as const
export type PostAction = (typeof postActions)[number]

const transitions: Readonly<Record<PostAction, readonly PostState[]>> = {
  reply: ['published'],
  like: ['published'],
  report: ['published'],
  edit: ['scheduled', 'published'],
  remove: ['published'],
  cancel: ['scheduled'],
  publishNow: ['scheduled'],
  pin: ['published'],
  unpin: ['published'],
}

export const postTitleMaxCodePoints = 40
export const postTextMaxCodePoints = 2000

/** How far ahead something may be scheduled. Our default: a season's notice. */
export const scheduleAtMostDays = 90

/** At most so many stand above everything else on one board. */
export const maxPinnedPerBoard = 3

/**
 * A new post. An office says in a title what it is about; a neighbour needs none. `publishAt` absent: at once. A future instant
 * schedules it; `now` or earlier is refused, and what lies more than `scheduleAtMostDays` ahead.
 */
export const write = (
  input: { readonly byRole: boolean; readonly title: string | null; readonly publishAt: Instant | undefined },
  now: Instant,
): Result<Post, PostViolation> => {
  if (input.byRole && (input.title === null || input.title === '')) return refused({ code: 'title-missing' })
  const { publishAt } = input
  const fresh = { writtenAt: now, pinnedAt: undefined, editedAt: undefined }
  if (publishAt === undefined) return ok({ ...fresh, state: 'published', publishedAt: now })
  if (publishAt.getTime() <= now.getTime()) return refused({ code: 'publish-at-past' })
  if (publishAt.getTime() > now.getTime() + scheduleAtMostDays * msPerDay)
    return refused({ code: 'publish-at-too-far' })
  return ok({ ...fresh, state: 'scheduled', publishedAt: publishAt })
}

const guard = (post: Post, action: PostAction): Result<Post, PostViolation> =>
  transitions[action].includes(post.state)
    ? ok(post)
    : refused({
        code: 'transition-refused',
        from: post.state,
        allowed: postActions.filter((one) => transitions[one].includes(post.state)),
      })

/** Its time has come: published as of the instant that was said, however late somebody looks. Refuses before it. */
export const publishDue = (post: Post, now: Instant): Result<Post, PostViolation> => {
  const allowed = guard(post, 'publishNow')
  if (!allowed.ok) return allowed
  return now.getTime() < post.publishedAt.getTime()
    ? refused({ code: 'not-yet-due' })
    : ok({ ...post, state: 'published' })
}

/** Before its time, at once. */
export const publishNow = (post: Post, now: Instant): Result<Post, PostViolation> => {
  const allowed = guard(post, 'publishNow')
  return allowed.ok ? ok({ ...post, state: 'published', publishedAt: now }) : allowed
}

export const cancel = (post: Post): Result<Post, PostViolation> => {
  const allowed = guard(post, 'cancel')
  return allowed.ok ? ok({ ...post, state: 'canceled' }) : allowed
}

export const reply = (post: Post): Result<Post, PostViolation> => guard(post, 'reply')

/** Pressing again takes it back; how often somebody pressed before is the table's constraint. */
export const like = (post: Post): Result<Post, PostViolation> => guard(post, 'like')

/**
 * New words for a post. The words before are kept for whoever reads it; an office keeps a title. `editedAt`: of the words that were
 * read before writing; where others stand now, nothing is overwritten.
 */
export const edit = (
  post: Post,
  input: { readonly byRole: boolean; readonly title: string | null; readonly editedAt: Instant | undefined },
): Result<Post, PostViolation> => {
  const allowed = guard(post, 'edit')
  if (!allowed.ok) return allowed
  if (post.editedAt?.getTime() !== input.editedAt?.getTime()) return refused({ code: 'edited-meanwhile' })
  return input.byRole && (input.title === null || input.title === '') ? refused({ code: 'title-missing' }) : allowed
}

/** Whether a removal may stand: the author needs no reason, somebody else states one. */
export const checkRemoval = (input: {
  readonly byAuthor: boolean
  readonly reason: string
}): Result<true, PostViolation> =>
  input.byAuthor || isStatedReason(input.reason) ? ok(true) : refused({ code: 'reason-not-stated' })

/** Taken away: readers see that it was, whoever moderates sees what it said. It stands above nothing any more. */
export const remove = (
  post: Post,
  input: { readonly byAuthor: boolean; readonly reason: string },
): Result<Post, PostViolation> => {
  const allowed = guard(post, 'remove')
  if (!allowed.ok) return allowed
  const stated = checkRemoval(input)
  return stated.ok ? ok({ ...post, state: 'removed', pinnedAt: undefined }) : stated
}

/** Puts it above the others; `pinnedBeside`: how many others of the board are pinned. Pinning what is pinned changes nothing. */
export const pin = (post: Post, pinnedBeside: number, now: Instant): Result<Post, PostViolation> => {
  const allowed = guard(post, 'pin')
  if (!allowed.ok || post.pinnedAt !== undefined) return allowed
  return pinnedBeside >= maxPinnedPerBoard
    ? refused({ code: 'too-many-pinned', atMost: maxPinnedPerBoard })
    : ok({ ...post, pinnedAt: now })
}

export const unpin = (post: Post): Result<Post, PostViolation> => {
  const allowed = guard(post, 'unpin')
  return allowed.ok ? ok({ ...post, pinnedAt: undefined }) : allowed
}

/** Whoever reads or acts, and whether the words are theirs: under the same membership or the same role. */
export interface Reader {
  readonly hat: Hat
  readonly isAuthor: boolean
}

/** The committee keeps order on the boards of its community. */
export const mayModerate = (hat: Hat): boolean => hat.type === 'role' && committeeRoles.includes(hat.role)

/** What is not out yet, or was called off, is its author's and the committee's. */
export const maySeePost = (who: Reader, post: Pick<Post, 'state'>, reached: boolean): boolean =>
  who.isAuthor || mayModerate(who.hat) || (reached && (post.state === 'published' || post.state === 'removed'))

const isActive = (hat: Hat): boolean => (hat.type === 'member' ? hat.state === 'active' : hat.level === 'community')

/** Whether an act on a post is for `who` at all, whatever state the post is in; the same for a reply and whoever wrote it. */
export const isOpenTo = ({ hat, isAuthor }: Reader, action: PostAction): boolean => {
  if (action === 'reply') return true
  if (action === 'like' || action === 'report') return !isAuthor
  if (action === 'edit') return isAuthor
  return mayModerate(hat) || (isAuthor && action !== 'pin' && action !== 'unpin')
}

/** What `who` may do now, so that a screen never guesses. */
export const actionsOnPost = (who: Reader, post: Pick<Post, 'state' | 'pinnedAt'>): PostAction[] =>
  postActions.filter((action) => {
    if (!transitions[action].includes(post.state) || !isActive(who.hat)) return false
    if (action === 'pin' || action === 'unpin')
      return (action === 'pin') === (post.pinnedAt === undefined) && isOpenTo(who, action)
    return isOpenTo(who, action)
  })
