import './lines.css'
import type { OfficerRow } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { duration } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Tag, type TagTone } from '../ui/time/tag.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { itemPath } from './paths.ts'
import { Place } from './place.tsx'
import { withWhom } from './with-whom.ts'

export const isLate = ({ clock }: OfficerRow, now: Date): boolean =>
  clock.pausedAt === null && clock.stoppedAt === null && Date.parse(clock.deadlineAt) < now.getTime()

const toneOf = (row: OfficerRow, now: Date): TagTone =>
  isLate(row, now) ? 'late' : row.clock.pausedAt === null ? 'time' : 'still'

/** An item that waits, with the office that owes the answer. No name stands beside a time. */
export const WaitingLine = ({ row, since }: { readonly row: OfficerRow; readonly since: string }) => {
  const { oldest, community } = useWords(commandCenterWords)
  const { office } = useWords(roleWords)
  const { suspension, reopened } = useWords(serviceRequestWords)
  const { time } = useCoreWords()
  const now = useNow()
  return (
    <Place class="line-item" href={itemPath(row.communityId, row.serviceRequestId)}>
      <span class="line-item__head">
        <span class="line-item__title">
          {row.restricted && <Icon name="lock" size="word" />}
          {row.restricted ? community.restricted : row.title}
        </span>
        <Tag tone={toneOf(row, now)}>{duration(now.getTime() - Date.parse(since), time)}</Tag>
      </span>
      <span class="line-item__below">
        <Joined
          parts={[
            row.reopenedCount === 0 ? null : <b key="again">{reopened(row.reopenedCount)}</b>,
            row.communityName,
            row.place,
          ]}
        />
        <span>{row.suspension === null ? oldest.with(withWhom(row, office)) : suspension[row.suspension]}</span>
      </span>
    </Place>
  )
}
