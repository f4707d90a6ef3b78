import type { PostReplyView, PostView } from '@shequtong/contract/posts'

/** A neighbour who speaks here, and the words of theirs by which the server knows them. */
export interface Heard {
  readonly shownName: string
  /** Null: they wrote the post itself. */
  readonly postReplyId: string | null
}

/** The neighbours who speak under a post, each once; nobody who speaks for an office, and not the reader. */
export const neighboursUnder = (
  { by }: Pick<PostView, 'by'>,
  replies: readonly Pick<PostReplyView, 'by' | 'postReplyId'>[],
): readonly Heard[] => {
  const heard = new Map<string, Heard>()
  for (const { by: voice, postReplyId } of [{ by, postReplyId: null }, ...replies])
    if (!voice.you && voice.role === null && !heard.has(voice.shownName))
      heard.set(voice.shownName, { shownName: voice.shownName, postReplyId })
  return [...heard.values()]
}
