import { joinWords } from '../messages/join.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'

export interface HelpDialogProps {
  readonly open: boolean
  readonly communityName: string
  readonly onClose: () => void
}

/** How to be registered by the committee, in person. */
export const HelpDialog = ({ open, communityName, onClose }: HelpDialogProps) => {
  const words = useWords(joinWords)
  return (
    <Dialog
      open={open}
      title={words.helpTitle}
      onClose={onClose}
      actions={
        <Button size="big" wide onClick={onClose}>
          {words.helpOk}
        </Button>
      }
    >
      <p>{words.helpText(communityName)}</p>
    </Dialog>
  )
}
