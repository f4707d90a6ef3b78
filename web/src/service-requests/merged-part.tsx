import './merged.css'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { mergingWords } from '../messages/merging.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page/section.tsx'
import { Who } from '../ui/people/who.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { keepThread } from './keep-thread.ts'
import type { threadPath } from './thread-path.ts'
import { useVoice } from './use-voice.ts'

interface MergedProps {
  readonly request: ServiceRequestView
  /** Where a thread stands in this shell. */
  readonly pathOf: typeof threadPath
}

/** 拆开, where whoever looks has both in hand. */
const Split = ({ communityId, serviceRequestId, of }: Parameters<typeof threadPath>[0] & { readonly of: string }) => {
  const words = useWords(mergingWords)
  const { send, isPending, error } = useMutation('splitServiceRequest', {
    onDone: (thread) => {
      keepThread(thread)
      void invalidate('readServiceRequest', { communityId })
    },
  })
  const params = { communityId, serviceRequestId }
  return (
    <>
      <Button
        size="small"
        icon="swap"
        label={words.splitOf(of)}
        busy={isPending}
        onClick={() => void send({ params, body: {} })}
      >
        {words.split}
      </Button>
      {error !== undefined && (
        <span class="small" role="status">
          {words.apart}
        </span>
      )}
    </>
  )
}

/** It went on as part of another one: a line that leads there. */
export const MergedInto = ({ request, pathOf }: MergedProps) => {
  const words = useWords(mergingWords)
  const { mergedIntoId, mergedIntoTitle, communityId } = request
  if (mergedIntoId === null) return null
  return (
    <div class="merged-into">
      <Icon name="merge" />
      <div>
        <p>
          {request.state === 'merged' ? words.became : words.sharedResult}
          <a href={pathOf({ communityId, serviceRequestId: mergedIntoId })}>{mergedIntoTitle}</a>
        </p>
        {request.state === 'merged' && request.by.you && <p class="small soft">{words.ownKept}</p>}
        {request.may.includes('split') && <Split {...request} of={request.by.shownName} />}
      </div>
    </div>
  )
}

/** What was merged into it, each in its asker's own words. */
export const MergedList = ({ request, pathOf }: MergedProps) => {
  const words = useWords(mergingWords)
  const voice = useVoice()
  const { merged, communityId } = request
  if (merged.length === 0) return null
  return (
    <Section title={words.same(request.mergedCount + 1)}>
      <p class="small soft">{words.sameNote}</p>
      <ul class="merged sheet">
        {merged.map(({ serviceRequestId, by, text, submittedAt, goesOn }) => (
          <li key={serviceRequestId} class="merged__one">
            <Who
              {...voice(by)}
              size="small"
              meta={<RelativeTime at={submittedAt} />}
              end={
                goesOn && request.may.includes('merge') ? (
                  <Split communityId={communityId} serviceRequestId={serviceRequestId} of={by.shownName} />
                ) : undefined
              }
            />
            <a class="merged__words" href={pathOf({ communityId, serviceRequestId })}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
