import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useQuery } from '../api/query.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { addressOfThread } from './acts/act.ts'
import { inboxItemPath } from './work-paths.ts'

/** What else the same neighbour said, so that nobody has to ask or look for it. Nothing while there is nothing. */
export const EarlierRequests = ({ thread }: { readonly thread: ServiceRequestView }) => {
  const { panel: words } = useWords(workbenchWords)
  const { kind, state } = useWords(serviceRequestWords)
  const { time } = useCoreWords()
  const now = useNow()
  const read = useQuery('listEarlierRequests', { params: addressOfThread(thread) })
  const items = read.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title={words.earlier}>
      <Rows>
        {items.map((one) => (
          <RowLine
            key={one.serviceRequestId}
            title={one.title}
            note={
              <Joined parts={[kind[one.kind], state[one.state], calendarDate(new Date(one.submittedAt), now, time)]} />
            }
            href={inboxItemPath(thread.communityId, one.serviceRequestId)}
          />
        ))}
      </Rows>
    </Section>
  )
}
