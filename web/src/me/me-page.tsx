import './me.css'
import { useInfinite } from '../api/query.ts'
import { meWords } from '../messages/me.ts'
import { useWords } from '../messages/use-words.ts'
import { ownRoom, useRoom } from '../realtime/use-room.ts'
import { MyRequests } from '../service-requests/my-requests.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Mast } from '../ui/page/mast.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { DeviceSettings } from './device-settings.tsx'
import { HatList, useHatWords } from './hat-list.tsx'
import { SignOut } from './sign-out.tsx'

const shownAtOnce = 3

/** The latest things I said; the rest one press further. */
const Requests = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(meWords)
  const mine = useInfinite('listMyServiceRequests', { params: { communityId } })
  return (
    <Section title={words.requestsTitle} note={words.requestsAll} href="/mine">
      {mine.isPending && <SkeletonRows />}
      {mine.error !== null && <LoadFailed error={mine.error} again={() => void mine.refetch()} inline />}
      {mine.isSuccess && mine.items.length === 0 && <p class="soft">{words.requestsNone}</p>}
      {mine.items.length > 0 && <MyRequests requests={mine.items.slice(0, shownAtOnce)} />}
    </Section>
  )
}

const Information = () => {
  const words = useWords(meWords)
  const { me } = useSession()
  const isNeighbour = me.hats.some(({ type }) => type === 'member')
  const unread = me.unreadCount > 0 ? words.unread(me.unreadCount) : words.allRead
  return (
    <Section title={words.infoTitle}>
      <Rows>
        <RowLine lead="bell" title={words.notifications} note={unread} href="/me/notifications" />
        <RowLine lead="eye" title={words.lookUps} note={words.lookUpsNote} href="/me/look-ups" />
        <RowLine lead="device" title={words.sessions} note={words.sessionsNote} href="/me/sessions" />
        <RowLine lead="phone" title={words.phone} note={words.phoneNote} href="/me/phone" />
        <RowLine lead="export" title={words.dataExport} note={words.dataExportNote} href="/me/export" />
        <RowLine lead="person" title={words.blocks} note={words.blocksNote} href="/me/blocks" />
        <RowLine lead="leave" title={isNeighbour ? words.leave : words.erase} note={words.leaveNote} href="/me/leave" />
      </Rows>
    </Section>
  )
}

/** Where one lives and with whom, and what follows when that changes. */
const Home = () => {
  const words = useWords(meWords)
  return (
    <Section title={words.homeTitle}>
      <Rows>
        <RowLine lead="people" title={words.household} note={words.householdNote} href="/me/household" />
        <RowLine lead="home" title={words.moving} note={words.movingNote} href="/me/moving" />
      </Rows>
    </Section>
  )
}

const HandOver = () => {
  const words = useWords(meWords)
  return (
    <Rows>
      <RowLine lead="swap" title={words.handOver} note={words.handOverNote} href="/me/hand-over" />
    </Rows>
  )
}

const Mine = () => {
  const words = useWords(meWords)
  const { hat, refresh } = useSession()
  const hatWords = useHatWords()
  useRoom(ownRoom, () => void refresh())
  return (
    <>
      <Mast
        title={hat?.shownName ?? words.me}
        action={<ModeSwitch />}
        {...(hat === undefined ? {} : { note: <Joined parts={hatWords(hat)} /> })}
      />
      {hat === undefined && (
        <EmptyState
          icon="qr"
          title={words.noHatTitle}
          text={words.noHatText}
          actions={
            <ButtonLink href="/registrations" size="big">
              {words.registrations}
            </ButtonLink>
          }
        />
      )}
      {hat?.state === 'suspended' && (
        <Rows>
          <RowLine
            lead="pause"
            title={words.suspendedTitle(hat.territoryName)}
            note={words.suspendedWhy}
            href="/me/leave"
          />
        </Rows>
      )}
      <HatList />
      {hat?.type === 'role' && <HandOver />}
      {hat?.type === 'member' && hat.communityId !== null && <Requests key={hat.hatId} communityId={hat.communityId} />}
      {hat?.type === 'member' && <Home />}
      <Information />
      <DeviceSettings />
      <SignOut />
    </>
  )
}

const MePage = () => (
  <SignedInOnly>
    <ResidentShell tab="me">
      <Page>
        <Mine />
      </Page>
    </ResidentShell>
  </SignedInOnly>
)

export default MePage
