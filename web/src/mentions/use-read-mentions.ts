import type { MentionView } from '@shequtong/contract/mentions'
import { useEffect } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'

/** Told already by this window, so that nothing is said twice while the answer is on its way. */
const told = new Set<string>()

/** Says once that whoever is named looked at it. */
export const useReadMentions = (communityId: number, mentions: readonly MentionView[]): void => {
  const { send } = useMutation('readMention')
  const unread = mentions.filter(({ isYou, readAt }) => isYou && readAt === null).map(({ mentionId }) => mentionId)
  useEffect(() => {
    for (const mentionId of unread) {
      if (told.has(mentionId)) continue
      told.add(mentionId)
      void send({ params: { communityId, mentionId }, body: {} })
    }
  }, [unread.join(' ')])
}
