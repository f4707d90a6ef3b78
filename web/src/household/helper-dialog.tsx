import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { householdWords } from '../messages/household.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'

type Member = Reply<'listHousehold'>['members'][number]

export interface HelperDialogProps {
  readonly helper: Member | undefined
  readonly communityId: number
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

/** Consent, or its end, after a sentence about what it means. */
export const HelperDialog = ({ helper, communityId, onClose, onDone }: HelperDialogProps) => {
  const words = useWords(householdWords)
  const failureWords = useFailure()
  const [latest, keep] = useState(helper)
  if (helper !== undefined && helper !== latest) keep(helper)
  const about = helper ?? latest
  const name = about?.shownName ?? ''
  const stops = about?.mayActForMe === true
  const done = (sentence: string) => () => {
    void invalidate('listHousehold', { communityId })
    onDone(sentence)
  }
  const allow = useMutation('allowHelper', { onDone: done(words.allowed(name)) })
  const stop = useMutation('stopHelper', { onDone: done(words.stopped(name)) })
  const error = allow.error ?? stop.error
  const go = () => {
    if (helper === undefined) return
    const input = { params: { communityId }, body: { helperMembershipId: helper.membershipId } }
    void (stops ? stop : allow).send(input)
  }
  return (
    <Dialog
      open={helper !== undefined}
      title={stops ? words.stopTitle(name) : words.allowTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button look="do" size="big" busy={allow.isPending || stop.isPending} onClick={go}>
            {stops ? words.stopConfirm : words.allowConfirm}
          </Button>
        </>
      }
    >
      <p>{stops ? words.stopText : words.allowText(name)}</p>
      {error !== undefined && <FieldError>{`${words.failed} ${failureWords(error).title}`}</FieldError>}
    </Dialog>
  )
}
