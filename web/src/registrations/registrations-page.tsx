import { useEffect } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { registrationWords } from '../messages/registrations.ts'
import { useWords } from '../messages/use-words.ts'
import { ownRoom, useRoom } from '../realtime/use-room.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { Standing } from './standing/standing.tsx'

/** While the committee checks, the answer should be there without anybody asking; also where no hint comes through. */
const lookEveryMs = 15_000

const Mine = () => {
  const words = useWords(registrationWords)
  const { me, refresh } = useSession()
  const mine = useQuery('listMyRegistrations', {}, { staleTimeMs: 0, refetchIntervalMs: lookEveryMs })
  useRoom(me.signedIn ? ownRoom : undefined, () => void mine.refetch())
  const [latest, ...before] = mine.data?.registrations ?? []
  useEffect(() => {
    if (latest?.state === 'approved') void refresh()
  }, [latest?.state])
  const head = (
    <TopBar
      title={latest?.state === 'submitted' ? words.sent : words.listTitle}
      {...(latest === undefined ? {} : { note: <Joined parts={[latest.communityName, latest.shownName]} /> })}
      backHref={me.demo ? '/demo' : '/'}
    >
      <ModeSwitch />
    </TopBar>
  )
  if (mine.data === undefined)
    return (
      <>
        {head}
        {mine.error ? <LoadFailed inline error={mine.error} again={() => void mine.refetch()} /> : <SkeletonVoices />}
      </>
    )
  if (latest === undefined)
    return (
      <>
        {head}
        <EmptyState
          icon="qr"
          title={words.emptyTitle}
          text={words.emptyText}
          {...(me.demo
            ? {
                actions: (
                  <ButtonLink href="/demo" size="big">
                    {words.emptyDemo}
                  </ButtonLink>
                ),
              }
            : {})}
        />
      </>
    )
  return (
    <>
      {head}
      <Standing registration={latest} />
      {before.length > 0 && (
        <Section title={words.before}>
          <Rows>
            {before.map(({ registrationId, communityName, shownName, state }) => (
              <RowLine
                key={registrationId}
                title={communityName}
                note={<Joined parts={[shownName, words.state[state]]} />}
                plain
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}

const RegistrationsPage = () => (
  <ResidentShell>
    <Page>
      <Mine />
    </Page>
  </ResidentShell>
)

export default RegistrationsPage
