import type { MergeCandidate } from '@shequtong/contract/merging'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { type Failure, useQuery } from '../../api/query.ts'
import { invalidate } from '../../api/query-client.ts'
import { mergingWords } from '../../messages/merging.ts'
import { dayAndClock } from '../../messages/time.ts'
import { useCoreWords, useWords } from '../../messages/use-words.ts'
import { LoadFailed } from '../../session/load-failed.tsx'
import { Button } from '../../ui/action/button.tsx'
import { CheckBox } from '../../ui/form/check-box.tsx'
import { FieldError } from '../../ui/form/hint.tsx'
import { Joined } from '../../ui/page/joined.tsx'
import { SkeletonRows } from '../../ui/state/skeleton.tsx'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { Tag } from '../../ui/time/tag.tsx'
import { useNow } from '../../ui/time/use-now.ts'
import { ActForm } from '../act-form.tsx'
import { type ActProps, addressOfThread } from './act.ts'

type Clocked = Pick<ServiceRequestView, 'clock' | 'serviceRequestId'>

/** The one that is due first; undefined where all of them were answered. */
const soonestOf = (all: readonly Clocked[]): Clocked | undefined =>
  all
    .filter(({ clock }) => clock.stoppedAt === null)
    .toSorted((one, other) => one.clock.deadlineAt.localeCompare(other.clock.deadlineAt))[0]

/** What will be, before it is done. */
const Consequences = ({ all }: { readonly all: readonly Clocked[] }) => {
  const { form } = useWords(mergingWords)
  const { time } = useCoreWords()
  const now = useNow()
  const soonest = soonestOf(all)
  const due = soonest === undefined ? undefined : dayAndClock(new Date(soonest.clock.deadlineAt), now, time)
  const facts = [
    [form.clock, due === undefined ? form.clockStopped : form.clockRuns(due)],
    [form.keeps, form.keepsAll(all.length)],
    [form.tells, form.tellsAll(all.length)],
    [form.undo, form.undoAny],
  ] as const
  return (
    <dl class="merge-after">
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

interface CandidateProps {
  readonly one: MergeCandidate
  readonly checked: boolean
  readonly soonest: boolean
  readonly onChange: (checked: boolean) => void
}

const Candidate = ({ one, checked, soonest, onChange }: CandidateProps) => {
  const { form, same } = useWords(mergingWords)
  return (
    <CheckBox
      checked={checked}
      onChange={onChange}
      label={one.text}
      note={
        <>
          <Joined
            parts={[
              one.by.shownName,
              one.place,
              <RelativeTime key="at" at={one.submittedAt} />,
              one.mergedCount > 0 ? same(one.mergedCount + 1) : null,
            ]}
          />{' '}
          {one.seemsSame && <Tag tone="still">{form.seemsSame}</Tag>} {soonest && <Tag tone="time">{form.soonest}</Tag>}
        </>
      }
    />
  )
}

const useRefusalOf = (error: Failure | undefined): string | undefined => {
  const { form } = useWords(mergingWords)
  if (!(error instanceof ProblemError)) return undefined
  if (error.code === 'merge-unanswered') return form.unanswered
  return error.slug === 'transition-refused' || error.slug === 'not-found' ? form.moved : undefined
}

/** 合并: which others say the same as this one, and what comes of it. */
export const Merge = ({ thread, onDone, onCancel }: ActProps) => {
  const { form } = useWords(mergingWords)
  const { communityId } = thread
  const [chosen, choose] = useState<readonly string[]>([])
  const [all, showAll] = useState(false)
  const [missing, setMissing] = useState(false)
  const read = useQuery('listMergeCandidates', { params: addressOfThread(thread) })
  const { send, isPending, error } = useMutation('mergeServiceRequests', {
    onDone: (reply) => {
      void invalidate('readServiceRequest', { communityId })
      onDone('merge', reply)
    },
  })
  const refusal = useRefusalOf(error)
  if (read.error !== null) return <LoadFailed error={read.error} again={() => void read.refetch()} inline />
  if (read.data === undefined) return <SkeletonRows />
  const { items } = read.data
  if (items.length === 0) return <p class="soft">{form.none}</p>
  const like = items.filter(({ seemsSame, serviceRequestId }) => seemsSame || chosen.includes(serviceRequestId))
  const shown = all || like.length === 0 ? items : like
  const picked = items.filter(({ serviceRequestId }) => chosen.includes(serviceRequestId))
  const together = [thread, ...picked]
  const soonest = soonestOf(together)?.serviceRequestId
  const submit = () => {
    setMissing(picked.length === 0)
    if (picked.length === 0) return
    void send({ params: addressOfThread(thread), body: { duplicateIds: picked.map((one) => one.serviceRequestId) } })
  }
  return (
    <ActForm
      confirm={form.button(together.length)}
      busy={isPending}
      failure={refusal === undefined ? error : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <fieldset class="merge-choices">
        <legend>{form.choose}</legend>
        {shown.map((one) => (
          <Candidate
            key={one.serviceRequestId}
            one={one}
            checked={chosen.includes(one.serviceRequestId)}
            soonest={picked.length > 0 && one.serviceRequestId === soonest}
            onChange={(checked) =>
              choose(checked ? [...chosen, one.serviceRequestId] : chosen.filter((id) => id !== one.serviceRequestId))
            }
          />
        ))}
      </fieldset>
      {shown.length < items.length && (
        <Button onClick={() => showAll(true)}>{form.others(items.length - shown.length)}</Button>
      )}
      {picked.length > 0 && <Consequences all={together} />}
      {missing && picked.length === 0 && <FieldError>{form.pick}</FieldError>}
      {refusal !== undefined && <FieldError>{refusal}</FieldError>}
    </ActForm>
  )
}
