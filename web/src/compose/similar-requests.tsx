import type { SimilarRequest } from '@shequtong/contract/search'
import { comparedFromCodePoints } from '@shequtong/domain/service-requests/similarity'
import { useEffect, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { composeWords } from '../messages/compose.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { SupportButton } from '../service-requests/support-button.tsx'
import { threadPath } from '../service-requests/thread-path.ts'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'

/** So long after the last letter, so that nobody is asked for every one of them. */
const quietMs = 700

/** Open requests of neighbours about the same as the words; the last answer stays until there is another. */
const useSimilar = (communityId: number, text: string, buildingId: string | null): readonly SimilarRequest[] => {
  const [found, setFound] = useState<readonly SimilarRequest[]>([])
  const { send } = useMutation('findSimilar')
  const asked = text.trim()
  const enough = [...asked].length >= comparedFromCodePoints
  useEffect(() => {
    if (!enough) return setFound([])
    let current = true
    const timer = setTimeout(() => {
      void send({ params: { communityId }, body: { text: asked, buildingId } }).then((reply) => {
        if (current && reply !== undefined) setFound(reply.items)
      })
    }, quietMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [communityId, asked, buildingId, enough])
  return enough ? found : []
}

const One = ({ one }: { readonly one: SimilarRequest }) => {
  const { state: states } = useWords(serviceRequestWords)
  const [photo] = one.photo === null ? [] : photosOf(one.communityId, [one.photo])
  return (
    <li class="similar">
      <a class="similar__link" href={threadPath(one)}>
        {photo !== undefined && <img class="similar__photo" src={photo.src} alt="" />}
        <span>
          <b class="similar__title">{one.title}</b>
          <span class="small soft similar__facts">
            <Joined parts={[one.place, <RelativeTime key="at" at={one.submittedAt} plain />, states[one.state]]} />
          </span>
        </span>
      </a>
      <SupportButton request={{ ...one, visibility: 'community', by: { you: false }, supporterCount: 0 }} />
    </li>
  )
}

interface SimilarProps {
  readonly communityId: number
  readonly text: string
  readonly buildingId: string | null
}

/** While somebody writes: who said it already, to join instead of saying it again. Never in the way of sending. */
export const SimilarRequests = ({ communityId, text, buildingId }: SimilarProps) => {
  const { similar: words } = useWords(composeWords)
  const found = useSimilar(communityId, text, buildingId)
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Section title={words.title}>
          <p class="small soft">{words.text}</p>
          <ul class="sheet similar-list">
            {found.map((one) => (
              <One key={one.serviceRequestId} one={one} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
