import './thread.css'
import type { ServiceRequestCard } from '@shequtong/contract/service-requests'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { duration } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Face } from '../ui/people/face.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { Trail } from '../ui/steps/trail.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { stepsOfRequest } from './steps-of.ts'
import { SupportButton } from './support-button.tsx'
import { threadPath } from './thread-path.ts'
import { useVoice } from './use-voice.ts'

type Answer = NonNullable<ServiceRequestCard['answer']>

/** "孙主任 · 居委主任 · 12 分钟后", and the first words of it. */
const AnswerLine = ({ answer, submittedAt }: { readonly answer: Answer; readonly submittedAt: string }) => {
  const words = useWords(serviceRequestWords)
  const { time } = useCoreWords()
  const voice = useVoice()
  const { name, duty = false, badges = [] } = answer.by === null ? { name: words.entries.someone } : voice(answer.by)
  const took = words.entries.after(duration(Date.parse(answer.at) - Date.parse(submittedAt), time))
  return (
    <div class="request-card__answer">
      <Face name={name} duty={duty} size="small" />
      <div>
        <p class="small">
          <Joined parts={[<b key="name">{name}</b>, ...badges.map(({ label }) => label), took]} />
        </p>
        <p class="request-card__said">{answer.text}</p>
      </div>
    </div>
  )
}

export interface RequestCardProps {
  readonly request: ServiceRequestCard
  /** Where it leads; the thread in the resident's shell when absent. */
  readonly href?: string
  /** The board on which it was said, where that is worth saying. */
  readonly board?: string
}

/** One voice of the feed: who, the words, photos, the trail, the latest answer, all of it one link; below it 我也是 and the replies. */
export const RequestCard = ({ request, href = threadPath(request), board }: RequestCardProps) => {
  const words = useWords(serviceRequestWords)
  const voice = useVoice()
  const { by, times, visibility, place, kind } = request
  return (
    <article class="sheet sheet--padded">
      <a class="request-card" href={href}>
        <Who
          {...voice(by)}
          meta={
            <Joined
              parts={[board ?? words.kind[kind], place, <RelativeTime key="at" at={times.submittedAt} plain />]}
            />
          }
        />
        {visibility === 'private' && (
          <Tag tone="still" icon="lock" long>
            {by.you ? words.isPrivate : words.isPrivateToStaff}
          </Tag>
        )}
        <p class="request-card__text">{request.text}</p>
        <PhotoGrid photos={photosOf(request.communityId, request.photos)} plain />
        <Trail steps={stepsOfRequest(request)} asker={by.you} />
        {request.answer !== null && <AnswerLine answer={request.answer} submittedAt={times.submittedAt} />}
      </a>
      <p class="request-card__foot">
        <SupportButton request={request} />
        {request.entryCount > 0 && (
          <a class="request-card__replies small" href={href}>
            <Icon name="chat" size="small" />
            {words.replies(request.entryCount)}
          </a>
        )}
      </p>
    </article>
  )
}
