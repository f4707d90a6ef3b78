import type { RatingView } from '@shequtong/contract/ratings'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import {
  type RatedThing,
  type RatingValue,
  ratedThings,
  ratingValues,
} from '@shequtong/domain/service-requests/ratings'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { useRefusal } from './use-thread.ts'

/** A round that ended so recently was ended on this screen: what may be said now comes into sight, in milliseconds. */
const justNowMs = 10_000

const asValue = (text: string): RatingValue | null => ratingValues.find((value) => String(value) === text) ?? null

/** The asker on how they were treated and what came of it: one press each, saved with it, passed over by not pressing. */
export const RatingCard = ({ request }: { readonly request: ServiceRequestView }) => {
  const { rating: words } = useWords(serviceRequestWords)
  const refusalOf = useRefusal()
  const { communityId, serviceRequestId } = request
  const params = { communityId, serviceRequestId }
  const kept = useQuery('readOwnRating', { params })
  const [pressed, press] = useState<RatingView | undefined>(undefined)
  const rate = useMutation('rateServiceRequest', {
    onDone: () => void invalidate('readOwnRating', params),
  })
  // pressed while the one before is on its way
  const unsent = useRef<RatingView | undefined>(undefined)
  const card = useRef<HTMLElement>(null)
  const loaded = kept.data !== undefined
  useEffect(() => {
    const endedAt = request.times.endedAt
    if (loaded && endedAt !== null && Date.now() - Date.parse(endedAt) < justNowMs)
      card.current?.scrollIntoView({ block: 'nearest' })
  }, [loaded, request.times.endedAt])
  if (kept.data === undefined) return null
  const rating = pressed ?? kept.data
  const choose = async (thing: RatedThing, value: RatingValue | null) => {
    const next = { ...rating, [thing]: value }
    press(next)
    unsent.current = next
    if (rate.isPending) return
    while (unsent.current !== undefined) {
      const body: RatingView = unsent.current
      unsent.current = undefined
      if ((await rate.send({ params, body })) === undefined) press(undefined)
    }
  }
  const saved = rating.attitude !== null || rating.result !== null
  const refusal = refusalOf(rate.error)
  return (
    <section class="rating-card stack" ref={card} aria-label={words.title}>
      <h2>{words.title}</h2>
      {ratedThings.map((thing) => (
        <KindPicker
          key={thing}
          legend={words[thing]}
          choices={ratingValues.map((value) => ({
            value: String(value),
            label: (thing === 'attitude' ? words.attitudes : words.results)[value - 1] ?? '',
          }))}
          value={rating[thing] === null ? null : String(rating[thing])}
          onChange={(text) => void choose(thing, asValue(text))}
        />
      ))}
      {refusal !== undefined && <FieldError>{refusal}</FieldError>}
      <p class="small soft" role="status">
        {saved ? words.saved : words.hint}
      </p>
    </section>
  )
}
