import './entries.css'
import type { EntryView, ServiceRequestView } from '@shequtong/contract/service-requests'
import { useRegion } from '../messages/regions.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { duration } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { Joined } from '../ui/page/joined.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { TakeReply } from './take-reply.tsx'
import { useVoice } from './use-voice.ts'

interface EntryVoiceProps {
  readonly entry: EntryView
  readonly request: Pick<
    ServiceRequestView,
    'communityId' | 'serviceRequestId' | 'may' | 'entries' | 'times' | 'by' | 'outcome' | 'onwardOwner'
  >
  /** The first answer says how long it took. */
  readonly isFirstAnswer: boolean
  /** The result that holds now. */
  readonly isLatestResult: boolean
}

/** Someone said something: an answer, a receipt, a question back, a neighbour's word, a note, a result. */
export const EntryVoice = ({ entry, request, isFirstAnswer, isLatestResult }: EntryVoiceProps) => {
  const words = useWords(serviceRequestWords)
  const { time } = useCoreWords()
  const voice = useVoice()
  const { by } = entry
  const region = useRegion(by?.region ?? null)
  const beyond = isLatestResult && request.outcome === 'beyondOurPower'
  const meaning = (): string | null => {
    if (entry.kind === 'receipt') return words.entries.receipt
    if (entry.kind === 'askBack') return words.entries.askBack
    if (entry.kind === 'note') return words.entries.note
    if (entry.kind === 'result') return beyond ? words.entries.resultBeyond : words.entries.result
    if (entry.kind === 'reply' && by !== null && by.role === null) {
      if (by.you) return words.you
      return by.shownName === request.by.shownName ? words.asker : words.neighbour
    }
    if (!isFirstAnswer) return null
    return words.entries.after(duration(Date.parse(entry.at) - Date.parse(request.times.submittedAt), time))
  }
  // it came with the one that this one was merged into
  const carried =
    (entry.kind === 'answer' || entry.kind === 'result') && entry.to !== null ? words.entries.carried : null
  const filedBy = by === null || by.filedBy === null ? null : words.filedBy(by.filedBy.shownName)
  const shown = by === null ? { name: words.entries.someone } : voice(by)
  return (
    <div class={`entry-voice entry-voice--${entry.kind}`}>
      <Who
        {...shown}
        meta={<Joined parts={[meaning(), carried, filedBy, <RelativeTime key="at" at={entry.at} />, region]} />}
      />
      {entry.text !== '' && <p class="entry__text">{entry.text}</p>}
      <PhotoGrid photos={photosOf(request.communityId, entry.photos)} />
      {entry.kind === 'reply' && <TakeReply entry={entry} request={request} />}
      {beyond && request.onwardOwner !== null && <p class="soft">{words.entries.onward(request.onwardOwner)}</p>}
    </div>
  )
}
