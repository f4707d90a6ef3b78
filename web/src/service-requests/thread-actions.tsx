import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { useSendOrKeep } from '../outgoing/use-outgoing.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { keepThread } from './keep-thread.ts'
import { replyName } from './kept-words.ts'
import { RatingCard } from './rating-card.tsx'
import { SayDialog } from './say-dialog.tsx'
import { useRefusal } from './use-thread.ts'
import { useVoiceName } from './use-voice.ts'

interface ActionsProps {
  readonly request: ServiceRequestView
}

const paramsOf = ({ communityId, serviceRequestId }: ServiceRequestView) => ({ communityId, serviceRequestId })

/** The asker has the last word on a stated result. */
const Verdict = ({ request }: ActionsProps) => {
  const { thread } = useWords(serviceRequestWords)
  const { office } = useWords(roleWords)
  const nameOf = useVoiceName()
  const refusalOf = useRefusal()
  const { hat } = useSession()
  const [asking, ask] = useState(false)
  const onDone = keepThread
  const confirm = useMutation('confirmServiceRequest', { onDone })
  const reopen = useMutation('reopenServiceRequest', { onDone })
  const params = paramsOf(request)
  const by = request.entries.findLast(({ kind }) => kind === 'result')?.by
  const who = by === undefined || by === null ? office[request.responsibleRole] : nameOf(by)
  const beyond = request.outcome === 'beyondOurPower'
  const note = beyond ? thread.beyondNote(request.onwardOwner ?? '') : thread.confirmNote(who)
  const refusal = refusalOf(confirm.error)
  return (
    <>
      <StickyBar note={<span role="status">{refusal ?? note}</span>}>
        <Button size="big" onClick={() => ask(true)}>
          {thread.notSolved}
        </Button>
        <Button look="do" size="big" busy={confirm.isPending} onClick={() => void confirm.send({ params, body: {} })}>
          {beyond ? thread.accept : thread.confirm}
        </Button>
      </StickyBar>
      <SayDialog
        open={asking}
        onClose={() => ask(false)}
        title={thread.reopenTitle}
        label={thread.reopenLabel}
        hint={thread.reopenHint}
        action={thread.reopenDo}
        keep={`reopen.${hat?.hatId ?? ''}.${request.serviceRequestId}`}
        photosTo={request.communityId}
        refusal={refusalOf(reopen.error)}
        busy={reopen.isPending}
        onSay={async (reason, photoIds) =>
          (await reopen.send({ params, body: { reason, photoIds: [...photoIds] } })) !== undefined
        }
      />
    </>
  )
}

/** A word of a neighbour, or of the asker; the asker's answer to a question is the one thing to do. */
const Reply = ({ request }: ActionsProps) => {
  const { thread, entries } = useWords(serviceRequestWords)
  const nameOf = useVoiceName()
  const refusalOf = useRefusal()
  const [saying, say] = useState(false)
  const reply = useSendOrKeep('replyToServiceRequest', { onDone: keepThread })
  const { hat } = useSession()
  const { by, suspension, visibility } = request
  const asked = by.you && suspension?.kind === 'askedBack'
  const question = request.entries.findLast(({ kind }) => kind === 'askBack')
  const asker = question?.by === undefined || question.by === null ? entries.someone : nameOf(question.by)
  const action = asked ? thread.answer : by.you ? thread.ask : thread.reply
  return (
    <>
      <StickyBar {...(asked ? { note: thread.answerNote(asker) } : {})}>
        <Button look={asked ? 'do' : 'plain'} size="big" icon="reply" onClick={() => say(true)}>
          {action}
        </Button>
      </StickyBar>
      <SayDialog
        open={saying}
        onClose={() => say(false)}
        title={action}
        label={asked && question !== undefined ? question.text : thread.replyLabel}
        hint={visibility === 'private' ? thread.privateReply : thread.publicReply}
        action={thread.send}
        keep={replyName(hat?.hatId ?? '', request.serviceRequestId)}
        photosTo={request.communityId}
        refusal={refusalOf(reply.error)}
        busy={reply.isPending}
        onSay={async (text, photoIds) =>
          (await reply.send({ params: paramsOf(request), body: { text, photoIds: [...photoIds] } })) !== undefined
        }
        {...(asked || by.you ? {} : { placeholder: thread.replyPlaceholder })}
      />
    </>
  )
}

/** The one action of the thread for whoever reads it, as far as the server allows one. */
export const ThreadActions = ({ request }: ActionsProps) => {
  if (request.may.includes('confirm')) return <Verdict request={request} />
  return (
    <>
      {request.may.includes('rate') && <RatingCard key={request.reopenedCount} request={request} />}
      {request.may.includes('reply') && <Reply request={request} />}
    </>
  )
}
