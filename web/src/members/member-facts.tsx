import type { Reply } from '../api/types.ts'
import { memberWords } from '../messages/members.ts'
import { roleWords } from '../messages/roles.ts'
import { calendarDate, exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { useNow } from '../ui/time/use-now.ts'

type View = Reply<'readMember'>

/** The day before the instant at which it ends: the last day, that day included. */
const lastDayOf = (until: string): Date => new Date(Date.parse(until) - 1)

const useStanding = (member: View): string => {
  const words = useWords(memberWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { state, suspendedUntil, leavesAt, leaveCause } = member
  const parts: string[] = []
  if (state === 'suspended')
    parts.push(
      suspendedUntil === null
        ? words.suspendedOpen
        : words.suspendedState(calendarDate(lastDayOf(suspendedUntil), now, time)),
    )
  if (leavesAt !== null && leaveCause !== null)
    parts.push(words.leavesOn(words.leavesState[leaveCause], exactTime(new Date(leavesAt), time)))
  return parts.length === 0 ? words.active : parts.join(words.and)
}

export const MemberFacts = ({ member }: { readonly member: View }) => {
  const words = useWords(memberWords)
  const { role } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const standing = useStanding(member)
  const as = [
    member.dwelling ?? words.noDwelling,
    words.kind[member.memberKind],
    member.tenure === null ? null : words.tenure[member.tenure],
  ]
  const held = member.rolesHeld.map((one) => `${role[one.role]} ${one.shownName}`).join(words.and)
  return (
    <Rows>
      <RowLine lead="person" title={standing} note={words.state} />
      {member.reason !== null && <RowLine lead="chat" title={member.reason} note={words.reason} plain />}
      <RowLine lead="home" title={<Joined parts={as} />} note={words.dwelling} plain />
      <RowLine lead="calendar" title={calendarDate(new Date(member.startedAt), now, time)} note={words.joined} plain />
      <RowLine lead="phone" title={member.masks.phone ?? words.unknown} note={words.phone} plain />
      <RowLine lead="doc" title={member.masks.documentNumber ?? words.unknown} note={words.document} plain />
      {held !== '' && <RowLine lead="flag" title={held} note={words.roles} plain />}
    </Rows>
  )
}
