import type { EntryView, ServiceRequestView } from '@shequtong/contract/service-requests'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { keepThread } from './keep-thread.ts'
import { useRefusal } from './use-thread.ts'

type Taken = Pick<ServiceRequestView, 'communityId' | 'serviceRequestId' | 'may' | 'by' | 'entries'>

interface TakeReplyProps {
  readonly entry: EntryView
  readonly request: Taken
}

const TakeButton = ({ entry, request, act }: TakeReplyProps & { readonly act: 'acceptReply' | 'endorseReply' }) => {
  const { entries } = useWords(serviceRequestWords)
  const refusalOf = useRefusal()
  const { send, isPending, error } = useMutation(act, { onDone: keepThread })
  const { communityId, serviceRequestId } = request
  const isEmpty = error instanceof ProblemError && error.code === 'reply-not-substantive'
  const refusal = isEmpty ? entries.notSubstantive : refusalOf(error)
  return (
    <div class="take-reply">
      <Button
        icon="check"
        busy={isPending}
        onClick={() => void send({ params: { communityId, serviceRequestId }, body: { entryId: entry.entryId } })}
      >
        {act === 'acceptReply' ? entries.accept : entries.endorse}
      </Button>
      <p class="small soft">{entries.takeNote}</p>
      {refusal !== undefined && <FieldError>{refusal}</FieldError>}
    </div>
  )
}

/** Below a neighbour's answer: that it was accepted, or the way to do so for whom it is. */
export const TakeReply = ({ entry, request }: TakeReplyProps) => {
  const { entries } = useWords(serviceRequestWords)
  const taken = request.entries.some(
    ({ kind, to }) => (kind === 'replyAccepted' || kind === 'replyEndorsed') && to === entry.entryId,
  )
  if (taken)
    return (
      <p>
        <Tag tone="done">{entries.takenMark}</Tag>
      </p>
    )
  // the asker's own words answer nothing
  if (entry.by === null || entry.by.role !== null || entry.by.shownName === request.by.shownName) return null
  if (request.may.includes('acceptReply')) return <TakeButton entry={entry} request={request} act="acceptReply" />
  if (request.may.includes('endorseReply')) return <TakeButton entry={entry} request={request} act="endorseReply" />
  return null
}
