import type { MemberAct } from '@shequtong/domain/memberships/membership'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import type { Reply } from '../api/types.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { ActForm } from '../workbench/act-form.tsx'
import { EndForm } from './end-form.tsx'
import { SuspendForm } from './suspend-form.tsx'
import { useMemberRefusal } from './use-member-refusal.ts'

export interface MemberActProps {
  readonly member: Reply<'readMember'>
  readonly communityId: number
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

const ResumeForm = ({ member, communityId, onClose, onDone }: MemberActProps) => {
  const { resume: words } = useWords(memberWords)
  const refusal = useMemberRefusal()
  const { shownName, membershipId } = member
  const { send, isPending, error } = useMutation('resumeMembership', { onDone: () => onDone(words.done(shownName)) })
  return (
    <ActForm
      confirm={words.confirm}
      busy={isPending}
      onSubmit={() => void send({ params: { communityId, membershipId }, body: {} })}
      onCancel={onClose}
    >
      <p>{words.text}</p>
      {error !== undefined && <FieldError>{refusal(error)}</FieldError>}
    </ActForm>
  )
}

/** Says what happens before it happens; what was typed goes when it closes. */
export const MemberActDialog = ({ act, ...given }: MemberActProps & { readonly act: MemberAct | undefined }) => {
  const words = useWords(memberWords)
  const [latest, keep] = useState(act)
  if (act !== undefined && act !== latest) keep(act)
  const about = act ?? latest
  const title = about === undefined || about === 'movePhone' ? '' : words[about].title(given.member.shownName)
  return (
    <Dialog open={act !== undefined} title={title} onClose={given.onClose}>
      {act === 'suspend' && <SuspendForm {...given} />}
      {act === 'resume' && <ResumeForm {...given} />}
      {act === 'end' && <EndForm {...given} />}
    </Dialog>
  )
}
