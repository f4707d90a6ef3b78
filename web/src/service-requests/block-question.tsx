import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'

interface BlockQuestionProps {
  /** Of whom; undefined: nobody is asked about. */
  readonly shownName: string | undefined
  readonly busy: boolean
  readonly refusal: string | undefined
  readonly onBlock: () => void
  readonly onClose: () => void
}

/** Whether to hide a neighbour's words, with what that means. */
export const BlockQuestion = ({ shownName, busy, refusal, onBlock, onClose }: BlockQuestionProps) => {
  const { thread } = useWords(serviceRequestWords)
  return (
    <Dialog
      open={shownName !== undefined}
      title={thread.blockTitle(shownName ?? '')}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {thread.blockKeep}
          </Button>
          <Button look="do" size="big" busy={busy} onClick={onBlock}>
            {thread.blockDo}
          </Button>
        </>
      }
    >
      <p>{thread.blockText}</p>
      {refusal !== undefined && <FieldError>{refusal}</FieldError>}
    </Dialog>
  )
}
