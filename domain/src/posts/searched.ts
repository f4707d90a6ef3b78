import { anyRole } from '../search/searched-kinds.ts'

/**
 * Ids of places and hats that may see a post for one part of the community (`scopeId`), besides who leads the committee; never fewer
 * than `maySeePost` lets, so that a search narrowed by it loses nothing. Empty: everybody.
 */
export const concernedByPost = (post: {
  readonly scopeId: string | null
  readonly authorId: string | null
}): string[] =>
  post.scopeId === null ? [] : [post.scopeId, anyRole, ...(post.authorId === null ? [] : [post.authorId])]
