import { ok, type Result, refused } from '../result.ts'
import type { Hat } from '../roles/hats.ts'
import type { Instant } from '../time.ts'
import { actionsOnPost, type Post, type PostViolation } from './post.ts'

/** Words below a post, and who looks at them. */
export interface Said {
  readonly post: Post
  /** They are those of whoever looks. */
  readonly isOwn: boolean
  readonly isRemoved: boolean
  readonly editedAt: Instant | undefined
}

/** Whoever said it may change the words as long as they could say something new there; nobody else, the committee neither. */
export const mayEditReply = (hat: Hat, { post, isOwn, isRemoved }: Omit<Said, 'editedAt'>): boolean =>
  isOwn && !isRemoved && actionsOnPost({ hat, isAuthor: false }, post).includes('reply')

/**
 * New words below a post; those before are kept. `editedAt`: of the words that were read, so that what was changed elsewhere
 * meanwhile is not overwritten. A clock that the first words stopped stays stopped, and new ones stop none.
 */
export const editReply = (
  { post, isRemoved, editedAt }: Omit<Said, 'isOwn'>,
  read: { readonly editedAt: Instant | undefined },
): Result<true, PostViolation> => {
  const isGone = isRemoved || post.state !== 'published'
  if (isGone) return refused({ code: 'transition-refused', from: isRemoved ? 'removed' : post.state, allowed: [] })
  return editedAt?.getTime() === read.editedAt?.getTime() ? ok(true) : refused({ code: 'edited-meanwhile' })
}
