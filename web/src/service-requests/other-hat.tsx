import { useMutation } from '../api/mutation.ts'
import { queryClient } from '../api/query-client.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'

/** The thread belongs to a community where the reader has another hat: one press puts it on. */
export const useOtherHat = (communityId: number) => {
  const { me, hat } = useSession()
  if (hat?.communityId === communityId) return undefined
  return me.hats.find((one) => one.communityId === communityId)
}

export const OtherHat = ({ communityId }: { readonly communityId: number }) => {
  const { thread } = useWords(serviceRequestWords)
  const { refresh } = useSession()
  const other = useOtherHat(communityId)
  const wear = useMutation('wearHat')
  if (other === undefined) return null
  const change = async () => {
    if ((await wear.send({ body: { hatId: other.hatId } })) === undefined) return
    await refresh()
    await queryClient.invalidateQueries()
  }
  return (
    <EmptyState
      icon="swap"
      title={thread.otherTitle(other.territoryName)}
      text={thread.otherText(other.shownName)}
      actions={
        <Button look="do" size="big" busy={wear.isPending} onClick={() => void change()}>
          {thread.otherDo}
        </Button>
      }
    />
  )
}
