import { useMutation } from '../api/mutation.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import { ActForm } from './act-form.tsx'

export type CodeChange =
  | { readonly kind: 'issue'; readonly edition: number; readonly replaces?: number }
  | { readonly kind: 'revoke'; readonly qrCodeId: string }

export interface CodeDialogProps {
  readonly change: CodeChange | undefined
  readonly communityId: number
  readonly compoundId: string
  /** The compound's. */
  readonly name: string
  readonly onCancel: () => void
  readonly onDone: (sentence: string) => void
}

/** Says what happens to the posters on the walls before it happens. */
export const CodeDialog = ({ change, communityId, compoundId, name, onCancel, onDone }: CodeDialogProps) => {
  const { codes: words } = useWords(workbenchWords)
  const issue = useMutation('issueQrCode', { onDone: ({ edition }) => onDone(words.issued(edition)) })
  const revoke = useMutation('revokeQrCode', { onDone: () => onDone(words.revoked) })
  const submit = () => {
    if (change?.kind === 'issue') void issue.send({ params: { communityId, compoundId }, body: {} })
    if (change?.kind === 'revoke') void revoke.send({ params: { communityId, qrCodeId: change.qrCodeId }, body: {} })
  }
  const title = change?.kind === 'revoke' ? words.revokeTitle(name) : words.reissueTitle(name)
  const text =
    change?.kind === 'revoke'
      ? words.revokeText
      : change?.replaces === undefined
        ? words.noneText
        : words.reissueText(change.replaces)
  return (
    <Dialog open={change !== undefined} title={title} onClose={onCancel}>
      {change !== undefined && (
        <ActForm
          confirm={change.kind === 'revoke' ? words.revokeConfirm : words.reissueConfirm(change.edition)}
          busy={issue.isPending || revoke.isPending}
          failure={issue.error ?? revoke.error}
          onSubmit={submit}
          onCancel={onCancel}
        >
          <p>{text}</p>
        </ActForm>
      )}
    </Dialog>
  )
}
