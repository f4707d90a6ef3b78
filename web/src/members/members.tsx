import { useState } from 'preact/hooks'
import { type ItemOf, useInfinite } from '../api/query.ts'
import { memberWords } from '../messages/members.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Face } from '../ui/people/face.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ActingHat } from '../workbench/acting-hat.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { memberPath } from '../workbench/work-paths.ts'
import { useSettled } from './use-settled.ts'

type Member = ItemOf<'listMembers'>

const MemberLine = ({ member, href }: { readonly member: Member; readonly href: string }) => {
  const words = useWords(memberWords)
  const { time } = useCoreWords()
  const now = useNow()
  const day = (at: string) => calendarDate(new Date(at), now, time)
  const note = [
    member.dwelling ?? words.noDwelling,
    member.tenure === null ? words.kind[member.memberKind] : words.tenure[member.tenure],
    words.since(day(member.startedAt)),
  ]
  const tag =
    member.leavesAt !== null ? (
      <Tag tone="time" icon="leave">
        {words.leaves(day(member.leavesAt))}
      </Tag>
    ) : member.state === 'suspended' ? (
      <Tag icon="pause">{words.suspended}</Tag>
    ) : undefined
  return (
    <RowLine
      lead={<Face name={member.shownName} size="small" />}
      title={member.shownName}
      note={<Joined parts={note} />}
      href={href}
      {...(tag === undefined ? {} : { end: tag })}
    />
  )
}

/** Everybody who was approved here, found by name or door. */
export const Members = ({ desk }: { readonly desk: Desk }) => {
  const words = useWords(memberWords)
  const { communityId } = desk
  const [wanted, want] = useState('')
  const search = useSettled(wanted.trim())
  const members = useInfinite('listMembers', {
    params: { communityId },
    ...(search === '' ? {} : { query: { search } }),
  })
  return (
    <WorkFrame desk={desk} here="members">
      <Pane title={words.title} note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.note]} />}>
        <div class="desk-column">
          <search>
            <TextField
              label={words.search}
              type="search"
              inputMode="search"
              icon="search"
              autoComplete="off"
              maxLength={40}
              placeholder={words.searchHint}
              value={wanted}
              onInput={want}
            />
          </search>
          {members.error !== null && <LoadFailed error={members.error} again={() => void members.refetch()} inline />}
          {members.isPending && <SkeletonRows count={6} />}
          {members.isSuccess && members.items.length === 0 && (
            <EmptyState
              icon={search === '' ? 'people' : 'search'}
              title={search === '' ? words.emptyTitle : words.nobody}
              text={search === '' ? words.emptyText : words.nobodyText}
            />
          )}
          {members.items.length > 0 && (
            <Rows label={words.title}>
              {members.items.map((member) => (
                <MemberLine
                  key={member.membershipId}
                  member={member}
                  href={memberPath(communityId, member.membershipId)}
                />
              ))}
            </Rows>
          )}
          {members.hasNextPage && (
            <Button wide busy={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </div>
      </Pane>
    </WorkFrame>
  )
}
