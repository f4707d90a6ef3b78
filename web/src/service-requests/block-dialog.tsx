import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { BlockQuestion } from './block-question.tsx'
import type { Heard } from './neighbours-among.ts'
import { type ThreadAddress, useRefusal } from './use-thread.ts'

interface BlockDialogProps {
  readonly address: ThreadAddress
  readonly heard: Heard | undefined
  readonly onClose: () => void
}

/** Hides a neighbour's words, with what that means. Whose request it was leads home, for it is gone from here. */
export const BlockDialog = ({ address, heard, onClose }: BlockDialogProps) => {
  const { route } = useLocation()
  const refusalOf = useRefusal()
  const block = useMutation('blockNeighbour')
  const { communityId, serviceRequestId } = address
  const send = async () => {
    if (heard === undefined) return
    const { partId: entryId } = heard
    const done = await block.send({ params: { communityId }, body: { serviceRequestId, entryId } })
    if (done === undefined) return
    onClose()
    for (const list of ['listFeed', 'listBlocks'] as const) void invalidate(list)
    if (entryId === null) route('/home', true)
    else void invalidate('readServiceRequest', { communityId, serviceRequestId })
  }
  return (
    <BlockQuestion
      shownName={heard?.shownName}
      busy={block.isPending}
      refusal={refusalOf(block.error)}
      onBlock={() => void send()}
      onClose={onClose}
    />
  )
}
