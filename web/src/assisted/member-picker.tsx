import { useEffect, useState } from 'preact/hooks'
import { type ItemOf, useInfinite } from '../api/query.ts'
import { useSettled } from '../members/use-settled.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Face } from '../ui/people/face.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'

export type Member = ItemOf<'listMembers'>

/** So many lines are enough to choose from; more letters find the rest. */
const shownCount = 8

interface MemberPickerProps {
  readonly communityId: number
  readonly value: Member | undefined
  readonly onChange: (member: Member | undefined) => void
  readonly error: string | undefined
  readonly label?: string
  readonly hint?: string
  /** Said where nobody fits. */
  readonly nobody?: string
  /** Only these; all of them are looked for without a letter typed. */
  readonly among?: (member: Member) => boolean
}

/** A member by words of shown name and door; where only some are wanted, the list is read on until somebody fits. */
export const MemberPicker = ({ communityId, value, onChange, error, ...special }: MemberPickerProps) => {
  const { request: words } = useWords(assistedWords)
  const { among } = special
  const label = special.label ?? words.whose
  const [wanted, want] = useState('')
  const search = useSettled(wanted.trim())
  const members = useInfinite('listMembers', {
    params: { communityId },
    ...(search === '' ? {} : { query: { search } }),
  })
  const fits = members.items.filter((member) => member.state === 'active' && (among === undefined || among(member)))
  const readsOn = among !== undefined && fits.length < shownCount && members.hasNextPage && !members.isFetching
  useEffect(() => {
    if (readsOn) void members.fetchNextPage()
  }, [readsOn])
  if (value !== undefined)
    return (
      <Rows label={label}>
        <RowLine
          lead={<Face name={value.shownName} size="small" />}
          title={value.shownName}
          note={value.dwelling ?? label}
          end={
            <Button look="quiet" onClick={() => onChange(undefined)}>
              {words.other}
            </Button>
          }
        />
      </Rows>
    )
  if (members.error !== null) return <LoadFailed error={members.error} again={() => void members.refetch()} inline />
  return (
    <div class="stack">
      <TextField
        label={label}
        type="search"
        icon="search"
        placeholder={special.hint ?? words.whoseHint}
        value={wanted}
        onInput={want}
        error={error}
      />
      {fits.length > 0 && (
        <Rows label={label}>
          {fits.slice(0, shownCount).map((member) => (
            <RowLine
              key={member.membershipId}
              lead={<Face name={member.shownName} size="small" />}
              title={member.shownName}
              {...(member.dwelling === null ? {} : { note: member.dwelling })}
              end={
                <Button size="small" label={words.chooseOf(member.shownName)} onClick={() => onChange(member)}>
                  {words.choose}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      {fits.length === 0 && (members.page === undefined || members.isFetching) && <SkeletonRows count={3} />}
      {fits.length === 0 && members.page !== undefined && !members.isFetching && (
        <p class="soft">{special.nobody ?? words.nobody}</p>
      )}
      {fits.length > shownCount && <p class="small soft">{words.moreFit}</p>}
    </div>
  )
}
