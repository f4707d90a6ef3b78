import type { ServiceRequestCard, ServiceRequestView, Voice } from '@shequtong/contract/service-requests'
import { transitions } from '@shequtong/domain/service-requests/states'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { keepThread } from './keep-thread.ts'

type Supported = Pick<
  ServiceRequestCard | ServiceRequestView,
  'communityId' | 'serviceRequestId' | 'visibility' | 'state' | 'supporterCount'
> & { readonly by: Pick<Voice, 'you'> }

/** Whether whoever looks may say it. A card is the same for all neighbours, so it is told from the state and the hat worn. */
const useMaySupport = ({ communityId, visibility, state, by }: Supported): boolean => {
  const { hat } = useSession()
  return (
    hat?.type === 'member' &&
    hat.communityId === communityId &&
    hat.state === 'active' &&
    visibility === 'community' &&
    !by.you &&
    transitions.support.includes(state)
  )
}

const Count = ({ count }: { readonly count: number }) => {
  const { support } = useWords(serviceRequestWords)
  if (count === 0) return null
  return (
    <span class="line small soft">
      <Icon name="meToo" size="small" />
      {support.count(count)}
    </span>
  )
}

const Press = ({ request }: { readonly request: Supported }) => {
  const { support } = useWords(serviceRequestWords)
  const { communityId, serviceRequestId, supporterCount } = request
  const mine = useQuery('listMySupport', { params: { communityId } })
  const press = useMutation('supportServiceRequest', {
    onDone: (thread) => {
      keepThread(thread)
      void invalidate('listMySupport', { communityId })
    },
  })
  const said = mine.data?.serviceRequestIds.includes(serviceRequestId) ?? false
  const { error } = press
  return (
    <>
      <Button
        size="small"
        pressed={said}
        busy={press.isPending || mine.isPending}
        icon={said ? 'check' : 'meToo'}
        onClick={() => void press.send({ params: { communityId, serviceRequestId }, body: { on: !said } })}
      >
        {supporterCount === 0 ? support.me : `${support.me} ${supporterCount}`}
      </Button>
      {error !== undefined && (
        <span class="small" role="status">
          {error instanceof ProblemError && error.slug === 'transition-refused' ? support.gone : support.failed}
        </span>
      )}
    </>
  )
}

/** 我也是: pressed by a neighbour whom it concerns too; everybody else reads how many said it. */
export const SupportButton = ({ request }: { readonly request: Supported }) =>
  useMaySupport(request) ? <Press request={request} /> : <Count count={request.supporterCount} />
