import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { type Member, MemberPicker } from './member-picker.tsx'

/** Taken down at the counter: whom of the family somebody allows to speak for them. */
export const HelperTab = ({ desk }: { readonly desk: Desk }) => {
  const { helper: words } = useWords(assistedWords)
  const { communityId } = desk
  const [member, setMember] = useState<Member | undefined>(undefined)
  const [helper, setHelper] = useState<Member | undefined>(undefined)
  const [isDone, setDone] = useState(false)
  const record = useMutation('recordHelper', { onDone: () => setDone(true) })
  const choose = (chosen: Member | undefined) => {
    record.reset()
    setMember(chosen)
    setHelper(undefined)
  }
  if (isDone && member !== undefined && helper !== undefined)
    return (
      <EmptyState
        icon="check"
        title={words.done(member.shownName, helper.shownName)}
        text={words.note}
        actions={
          <Button
            size="big"
            onClick={() => {
              setDone(false)
              choose(undefined)
            }}
          >
            {words.another}
          </Button>
        }
      />
    )
  const aloud = member === undefined || helper === undefined ? '' : words.ask(member.shownName, helper.shownName)
  const save = () => {
    if (member === undefined || helper === undefined) return
    const body = { membershipId: member.membershipId, helperMembershipId: helper.membershipId }
    void record.send({ params: { communityId }, body })
  }
  return (
    <div class="stack">
      <p class="soft">{words.note}</p>
      <MemberPicker communityId={communityId} label={words.member} value={member} onChange={choose} error={undefined} />
      {member !== undefined && member.dwelling === null && <p role="status">{words.noDoor}</p>}
      {member !== undefined && member.dwelling !== null && (
        <MemberPicker
          key={member.membershipId}
          communityId={communityId}
          label={words.helper}
          hint={words.helperHint}
          nobody={words.nobody}
          among={(one) => one.dwelling === member.dwelling && one.membershipId !== member.membershipId}
          value={helper}
          onChange={setHelper}
          error={undefined}
        />
      )}
      {aloud !== '' && (
        <>
          <Sheet padded>
            <p class="register__question">{aloud}</p>
            <ReadAloud wide text={aloud} />
          </Sheet>
          {record.error !== undefined && <FieldError>{words.refused}</FieldError>}
          <Button look="do" size="big" wide busy={record.isPending} onClick={save}>
            {words.record}
          </Button>
        </>
      )}
    </div>
  )
}
