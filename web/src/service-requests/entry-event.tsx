import './entries.css'
import type { EntryView } from '@shequtong/contract/service-requests'
import { type Presence, presences } from '@shequtong/domain/memberships/helping'
import { type HandOverRole, handOverRoles } from '@shequtong/domain/roles/roles'
import { type HandlingLevel, handlingLevels } from '@shequtong/domain/service-requests/states'
import { type DateOn, startOf } from '@shequtong/domain/time'
import { roleWords } from '../messages/roles.ts'
import { type ServiceRequestWords, serviceRequestWords } from '../messages/service-requests.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { Joined } from '../ui/page/joined.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { useVoiceName } from './use-voice.ts'

export type EventKind = Exclude<EntryView['kind'], 'answer' | 'receipt' | 'askBack' | 'reply' | 'note' | 'result'>

const icons: Record<EventKind, IconName> = {
  suspension: 'pause',
  resumption: 'clock',
  handOver: 'swap',
  handOverAccepted: 'swap',
  handOverReturned: 'again',
  assignment: 'person',
  escalation: 'upLevel',
  escalationReturned: 'again',
  confirmation: 'check',
  reopening: 'again',
  withdrawal: 'x',
  lapse: 'clock',
  lookedInto: 'eye',
  breach: 'clock',
  replyAccepted: 'check',
  replyEndorsed: 'check',
  mergedInto: 'merge',
  joined: 'merge',
  split: 'swap',
  parted: 'swap',
}

/** What settles something. */
const done: readonly EventKind[] = ['confirmation', 'handOverAccepted', 'replyAccepted', 'replyEndorsed']

const isRole = (to: string): to is HandOverRole => (handOverRoles as readonly string[]).includes(to)
const isLevel = (to: string): to is HandlingLevel => (handlingLevels as readonly string[]).includes(to)

const isPresence = (to: string): to is Presence => (presences as readonly string[]).includes(to)

/** What happened in one sentence: who did it, to whom it went. */
const sentence = (
  kind: Exclude<EventKind, 'handOverReturned'>,
  who: string,
  to: string,
  { entries }: ServiceRequestWords,
): string => {
  if (kind === 'lapse' || kind === 'breach') return entries[kind]
  if (kind === 'suspension' && to !== '') return entries.suspensionUntil(who, to)
  if (kind === 'handOver' || kind === 'assignment' || kind === 'escalation' || kind === 'escalationReturned')
    return entries[kind](who, to)
  return entries[kind](who)
}

/** Nobody came, the one who was asked declined, or whoever had offered it took it back. */
const returned = ({ by, to: role }: EntryView, who: string, to: string, { entries }: ServiceRequestWords): string => {
  if (by === null) return entries.handOverLapsed(to)
  return by.role === role ? entries.handOverDeclined(who) : entries.handOverTakenBack(who, to)
}

interface EntryEventProps {
  readonly entry: EntryView
  readonly kind: EventKind
  readonly communityId: number
}

/** A line that is not a voice: handed over, paused, confirmed, reopened. The reason and its photos stand below it. */
export const EntryEvent = ({ entry, kind, communityId }: EntryEventProps) => {
  const words = useWords(serviceRequestWords)
  const { office } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const nameOf = useVoiceName()
  const given = entry.to ?? ''
  const day = kind === 'suspension' && given !== '' ? calendarDate(startOf(given as DateOn), now, time) : given
  const to = isRole(given) ? office[given] : isLevel(given) ? words.level[given] : day
  // nobody resumed it: its last day was over
  const endedItself = kind === 'resumption' && entry.by === null
  const filedBy = entry.by?.filedBy ?? null
  const who = entry.by === null ? words.entries.someone : entry.by.you ? words.you : nameOf(entry.by)
  const what = endedItself
    ? words.entries.suspensionOver
    : kind === 'handOverReturned'
      ? returned(entry, who, to, words)
      : sentence(kind, who, to, words)
  return (
    <div class={done.includes(kind) ? 'entry-event entry-event--done' : 'entry-event'}>
      <Icon name={icons[kind]} size="small" />
      <div>
        <p class="entry-event__what">
          <span>{what}</span> <RelativeTime at={entry.at} />
        </p>
        {filedBy !== null && (
          <p class="small soft">
            <Joined parts={[words.filedBy(filedBy.shownName), isPresence(given) ? words.entries.how[given] : null]} />
          </p>
        )}
        {entry.text !== '' && <p class="entry__text">{entry.text}</p>}
        <PhotoGrid photos={photosOf(communityId, entry.photos)} />
      </div>
    </div>
  )
}
