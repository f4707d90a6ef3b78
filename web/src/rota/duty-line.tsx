import { dateOnIn } from '@shequtong/domain/time'
import { useQuery } from '../api/query.ts'
import type { Reply } from '../api/types.ts'
import { roleWords } from '../messages/roles.ts'
import { rotaWords } from '../messages/rota.ts'
import { useWords } from '../messages/use-words.ts'
import { useNow } from '../ui/time/use-now.ts'

const clockOf = (instant: Date): string =>
  instant.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: 'numeric', minute: '2-digit', hour12: false })

type Duty = Reply<'readDuty'>

const useUntil = () => {
  const { duty: words } = useWords(rotaWords)
  const now = useNow()
  return ({ part, endsAt }: Duty): string => {
    const end = new Date(endsAt)
    if (part === 'day') return words.clock(clockOf(end))
    return dateOnIn(end) === dateOnIn(now) ? words.thisMorning(clockOf(end)) : words.tomorrowMorning(clockOf(end))
  }
}

const useDuty = (communityId: number) =>
  useQuery('readDuty', { params: { communityId } }, { staleTimeMs: 60_000, refetchIntervalMs: 300_000 })

/** 今晚值守：孙主任 · 居委会，到明早 8:00. Nothing while it is not known, and where nobody was named. */
export const DutyLine = ({ communityId }: { readonly communityId: number }) => {
  const { duty: words } = useWords(rotaWords)
  const { office } = useWords(roleWords)
  const until = useUntil()
  const { data } = useDuty(communityId)
  if (data?.onDuty == null) return null
  const { shownName, role } = data.onDuty
  const say = data.part === 'night' ? words.tonight : words.today
  return <span>{say(shownName, office[role], until(data))}</span>
}

/** Below the doors of the workbench. */
export const DutyFoot = ({ communityId }: { readonly communityId: number }) => {
  const { duty: words } = useWords(rotaWords)
  const until = useUntil()
  const { data } = useDuty(communityId)
  if (data === undefined) return null
  if (data.onDuty === null) return <p>{words.footNobody}</p>
  const say = data.part === 'night' ? words.footTonight : words.footToday
  return (
    <p>
      {say(data.onDuty.shownName)}
      <br />
      {words.until(until(data))}
    </p>
  )
}
