import type { Counts } from './metrics.ts'

/**
 * What one fact of a post, named without its aggregate, adds to the counters of its territory: a post and a reply are one
 * interaction each, and stay one when their words are taken away. A post has no clock, so it adds nothing else. No errors.
 */
export const countsOfPost = (did: string): Counts => (['published', 'replied'].includes(did) ? { interactions: 1 } : {})
