import './home.css'
import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { BoardGrid } from '../boards/board-grid.tsx'
import { homeWords } from '../messages/home.ts'
import { useWords } from '../messages/use-words.ts'
import { OutgoingList } from '../outgoing/outgoing-list.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { communityRoom } from '../realtime/rooms.ts'
import { ownRoom, useRoom } from '../realtime/use-room.ts'
import { DutyLine } from '../rota/duty-line.tsx'
import { waitsForAsker } from '../service-requests/request-state.ts'
import { type MemberHat, MemberOnly } from '../session/member-only.tsx'
import { useSession } from '../session/session.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Mast } from '../ui/page/mast.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Feed } from './feed.tsx'
import { Waiting } from './waiting.tsx'

/** The person's own part of a shown name: "42号楼 金阿姨" → 金阿姨. */
const calledBy = (shownName: string): string => shownName.trim().split(/\s+/).at(-1) ?? shownName

/** In elder mode the few places stand as large rows above the feed. */
const Places = ({ unreadCount }: { readonly unreadCount: number }) => {
  const words = useWords(homeWords)
  return (
    <div class="home-say">
      <Rows>
        <RowLine lead="mic" title={words.speak} href="/compose" plain />
        <RowLine lead="chat" title={words.mine} href="/mine" plain />
        <RowLine
          lead="bell"
          title={words.notifications}
          {...(unreadCount > 0 ? { note: words.news(unreadCount) } : {})}
          href="/me/notifications"
          plain
        />
      </Rows>
    </div>
  )
}

const MemberHome = ({ hat }: { readonly hat: MemberHat }) => {
  const words = useWords(homeWords)
  const [{ mode }] = usePreferences()
  const { me, refresh } = useSession()
  const { communityId } = hat
  const mine = useInfinite('listMyServiceRequests', { params: { communityId } })
  useRoom(communityRoom(communityId), (hint) => {
    if (hint?.type === 'rotaChanged') void invalidate('readDuty', { communityId })
    else if (hint?.type !== 'boardsChanged') void invalidate('listFeed', { communityId })
  })
  useRoom(ownRoom, () => {
    void invalidate('listMyServiceRequests', { communityId })
    void refresh()
  })
  const waiting = mine.items.filter(waitsForAsker)
  const elder = mode === 'elder'
  const name = calledBy(hat.shownName)
  const news =
    me.unreadCount > 0 ? (
      <a key="news" class="home-news" href="/me/notifications">
        {words.news(me.unreadCount)}
      </a>
    ) : null
  return (
    <>
      <Mast
        title={hat.territoryName}
        action={<ModeSwitch />}
        {...(elder ? {} : { note: <Joined parts={[words.youAre(hat.shownName), news]} /> })}
      />
      <p class="home-duty">
        <DutyLine communityId={communityId} />
      </p>
      <Waiting requests={waiting} name={name} />
      <OutgoingList />
      {elder && <Places unreadCount={me.unreadCount} />}
      <BoardGrid communityId={communityId} />
      <Feed communityId={communityId} />
    </>
  )
}

const HomePage = () => (
  <MemberOnly>
    {(hat) => (
      <ResidentShell tab="home">
        <Page>
          <MemberHome key={hat.hatId} hat={hat} />
        </Page>
      </ResidentShell>
    )}
  </MemberOnly>
)

export default HomePage
