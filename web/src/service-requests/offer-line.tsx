import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { dayAndClock } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { useNow } from '../ui/time/use-now.ts'

/** To whom it was handed and who has not taken it on yet; who answers for it until then. */
export const OfferLine = ({ request }: { readonly request: ServiceRequestView }) => {
  const { entries } = useWords(serviceRequestWords)
  const { office } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { offer, responsibleRole } = request
  if (offer === null) return null
  return (
    <p class="offer-line">
      <Icon name="swap" size="small" />
      <span>
        <b>{entries.offered(office[offer.toRole], dayAndClock(new Date(offer.lapsesAt), now, time))}</b>
        <br />
        <span class="small soft">{entries.offeredNote(office[responsibleRole])}</span>
      </span>
    </p>
  )
}
