import { useState } from 'preact/hooks'
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
  // a sheet on its way out still shows what it was about
  const [latest, keep] = useState(change)
  if (change !== undefined && change !== latest) keep(change)
  const about = change ?? latest
  const first = about?.kind === 'issue' && about.replaces === undefined
  const title =
    about?.kind === 'revoke'
      ? words.revokeTitle(name)
      : first
        ? words.issueTitle(name, about.edition)
        : words.reissueTitle(name)
  const text =
    about?.kind === 'revoke'
      ? words.revokeText
      : about?.replaces === undefined
        ? words.issueText
        : words.reissueText(about.replaces)
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
