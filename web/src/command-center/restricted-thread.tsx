import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { SayDialog } from '../service-requests/say-dialog.tsx'
import { ThreadBody } from '../service-requests/thread-body.tsx'
import { useRefusal } from '../service-requests/use-thread.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { Button } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { Back } from './read-only-thread.tsx'

interface RestrictedThreadProps {
  readonly communityId: number
  readonly serviceRequestId: string
}

/**
 * For the committee alone: that it waits is all that is shown, until a reason was written that the asker reads. What was
 * opened stays on this screen and nowhere else.
 */
export const RestrictedThread = ({ communityId, serviceRequestId }: RestrictedThreadProps) => {
  const { community } = useWords(commandCenterWords)
  const [isAsking, ask] = useState(false)
  const [opened, open] = useState<ServiceRequestView | undefined>(undefined)
  const look = useMutation('lookIntoServiceRequest')
  const refusalOf = useRefusal()
  const say = async (reason: string) => {
    const request = await look.send({ params: { communityId, serviceRequestId }, body: { reason } })
    if (request !== undefined) open(request)
    return request !== undefined
  }
  return (
    <CommandPane title={community.restricted} end={<Back communityId={communityId} />}>
      {opened !== undefined ? (
        <ThreadBody request={opened} />
      ) : (
        <EmptyState
          icon="lock"
          title={community.restrictedTitle}
          text={community.restrictedText}
          actions={<Button onClick={() => ask(true)}>{community.lookInto}</Button>}
        />
      )}
      <SayDialog
        open={isAsking}
        onClose={() => ask(false)}
        title={community.lookIntoTitle}
        label={community.lookIntoLabel}
        hint={community.lookIntoHint}
        action={community.lookIntoDo}
        keep={`look-into-${serviceRequestId}`}
        refusal={refusalOf(look.error)}
        busy={look.isPending}
        onSay={say}
      />
    </CommandPane>
  )
}
