import './thread.css'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useRegion } from '../messages/regions.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { Stepper } from '../ui/steps/stepper.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { EntryList } from './entry-list.tsx'
import { MergedInto, MergedList } from './merged-part.tsx'
import { OfferLine } from './offer-line.tsx'
import { notesOfRequest, stepsOfRequest, takenNote } from './steps-of.ts'
import { SupportButton } from './support-button.tsx'
import { threadPath } from './thread-path.ts'
import { useVoice, useVoiceName } from './use-voice.ts'

interface ThreadBodyProps {
  readonly request: ServiceRequestView
  /** Where other threads stand in this shell. */
  readonly pathOf?: typeof threadPath
}

/** Who, the words, the photos, the four steps and all that was said since; in every shell the same. */
export const ThreadBody = ({ request, pathOf = threadPath }: ThreadBodyProps) => {
  const words = useWords(serviceRequestWords)
  const { office: offices } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const voice = useVoice()
  const nameOf = useVoiceName()
  const office = request.level === 'community' ? offices[request.responsibleRole] : words.level[request.level]
  const { by, visibility, reopenedCount, times } = request
  const region = useRegion(by.region)
  return (
    <article class="thread stack">
      <Who
        {...voice(by)}
        meta={
          <Joined
            parts={[
              by.you ? words.you : null,
              by.filedBy === null ? null : words.filedBy(by.filedBy.shownName),
              <RelativeTime key="at" at={times.submittedAt} />,
              region,
            ]}
          />
        }
      />
      {(visibility === 'private' || reopenedCount > 0 || request.state === 'withdrawn') && (
        <p class="line">
          {visibility === 'private' && (
            <Tag tone="still" icon="lock" long>
              {by.you ? words.isPrivate : words.isPrivateToStaff}
            </Tag>
          )}
          {reopenedCount > 0 && (
            <Tag tone="time" icon="again">
              {words.reopened(reopenedCount)}
            </Tag>
          )}
          {request.state === 'withdrawn' && <Tag tone="still">{words.state.withdrawn}</Tag>}
        </p>
      )}
      <p class="line thread__place">
        <Icon name="pin" size="small" />
        <span>{request.place}</span>
      </p>
      <p class="thread__text">{request.text}</p>
      <PhotoGrid photos={photosOf(request.communityId, request.photos)} />
      <OfferLine request={request} />
      <MergedInto request={request} pathOf={pathOf} />
      <Sheet padded>
        <Stepper
          steps={stepsOfRequest(request)}
          asker={by.you}
          notes={notesOfRequest(request, { words, time, now, office })}
          doneBy={takenNote(request, words, nameOf)}
        />
      </Sheet>
      <SupportButton request={request} />
      <MergedList request={request} pathOf={pathOf} />
      <EntryList request={request} />
    </article>
  )
}
