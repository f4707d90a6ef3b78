import './me.css'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { meWords } from '../messages/me.ts'
import { relativeTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { useNow } from '../ui/time/use-now.ts'

interface Device {
  readonly sessionId: string
  readonly device: string
}

/** Signing one device out, after a second look. */
const EndDialog = ({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) => {
  const { sessionsPage: words } = useWords(meWords)
  const revoke = useMutation('revokeSession', { onDone: () => void invalidate('listSessions') })
  const end = async () => {
    if ((await revoke.send({ params: { sessionId: device.sessionId } })) !== undefined) onClose()
  }
  return (
    <Dialog
      open
      title={words.endTitle}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {words.keep}
          </Button>
          <Button look="do" size="big" busy={revoke.isPending} onClick={() => void end()}>
            {words.end}
          </Button>
        </>
      }
    >
      <p>{words.endText(device.device)}</p>
      {revoke.error !== undefined && <FieldError>{words.failed}</FieldError>}
    </Dialog>
  )
}

const Devices = () => {
  const { sessionsPage: words } = useWords(meWords)
  const { time } = useCoreWords()
  const now = useNow()
  const [ending, end] = useState<Device | null>(null)
  const { data, error, refetch } = useQuery('listSessions', {})
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  const moment = (at: string) => relativeTime(new Date(at), now, time)
  return (
    <>
      <Rows>
        {data.sessions.map((session) => (
          <RowLine
            key={session.sessionId}
            lead="device"
            title={session.device}
            note={
              <Joined parts={[words.lastSeen(moment(session.lastSeenAt)), words.since(moment(session.createdAt))]} />
            }
            end={
              session.current ? (
                <Tag tone="done">{words.current}</Tag>
              ) : (
                <Button size="small" label={words.endOf(session.device)} onClick={() => end(session)}>
                  {words.end}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {data.sessions.length > 1 && <p class="small soft me-out">{words.unknown}</p>}
      {ending !== null && <EndDialog device={ending} onClose={() => end(null)} />}
    </>
  )
}

const SessionsPage = () => {
  const { sessionsPage: words } = useWords(meWords)
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          <Devices />
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default SessionsPage
