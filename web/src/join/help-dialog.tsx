import { joinWords } from '../messages/join.ts'
import { useWords } from '../messages/use-words.ts'
import { OfficeRows } from '../offices/office-rows.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'

export interface HelpDialogProps {
  readonly open: boolean
  readonly communityId: number
  readonly communityName: string
  readonly onClose: () => void
}

/** How to be registered by the committee, in person. */
export const HelpDialog = ({ open, communityId, communityName, onClose }: HelpDialogProps) => {
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
      <div class="stack">
        <p>{words.helpText(communityName)}</p>
        {open && <OfficeRows communityId={communityId} />}
      </div>
    </Dialog>
  )
}
