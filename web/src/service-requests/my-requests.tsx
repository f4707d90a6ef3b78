import type { ServiceRequestCard } from '@shequtong/contract/service-requests'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { firstWords } from './first-words.ts'
import { stateOf } from './request-state.ts'
import { threadPath } from './thread-path.ts'

/** What the reader said, a line each: the words, when, and how it stands. */
export const MyRequests = ({ requests }: { readonly requests: readonly ServiceRequestCard[] }) => {
  const words = useWords(serviceRequestWords)
  return (
    <Rows>
      {requests.map((request) => {
        const { word, tone } = stateOf(request, words)
        return (
          <RowLine
            key={request.serviceRequestId}
            title={firstWords(request.text)}
            note={
              <Joined
                parts={[words.kind[request.kind], <RelativeTime key="at" at={request.times.submittedAt} plain />]}
              />
            }
            end={<Tag tone={tone}>{word}</Tag>}
            href={threadPath(request)}
          />
        )
      })}
    </Rows>
  )
}
