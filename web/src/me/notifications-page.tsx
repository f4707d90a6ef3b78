import './me.css'
import type { NotificationView } from '@shequtong/contract/notifications'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { meWords } from '../messages/me.ts'
import { useWords } from '../messages/use-words.ts'
import { ownRoom, useRoom } from '../realtime/use-room.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { useWearHat } from '../session/use-wear-hat.ts'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { type Target, targetOf } from './notification-target.ts'

const Line = ({ told, target }: { readonly told: NotificationView; readonly target: Target | undefined }) => {
  const { notificationsPage: words } = useWords(meWords)
  const { me } = useSession()
  const other = me.hats.find(({ hatId }) => hatId === target?.hatId)
  const parts = [
    told.title,
    <RelativeTime key="at" at={told.at} plain />,
    other === undefined ? null : words.switches(other.shownName),
  ]
  return (
    <RowLine
      title={words.kind[told.kind]}
      note={<Joined parts={parts} />}
      end={told.readAt === null ? <Tag>{words.fresh}</Tag> : null}
      plain={told.readAt !== null}
      {...(target === undefined ? {} : { href: target.path })}
    />
  )
}

const Notifications = () => {
  const { notificationsPage: words, more } = useWords(meWords)
  const { route } = useLocation()
  const { me, refresh } = useSession()
  const { wear } = useWearHat()
  const list = useInfinite('listNotifications', {})
  // what is new keeps its mark while this page stands
  const mark = useMutation('markNotificationsRead', { onDone: () => void refresh() })
  const unread = list.page?.unreadCount ?? 0
  useEffect(() => {
    if (unread > 0) void mark.send({ body: {} })
  }, [unread])
  useRoom(ownRoom, () => void invalidate('listNotifications'))
  const lines = list.items.map((told) => ({ told, target: targetOf(told, me.hats, me.actingHatId) }))
  const change = async ({ path, hatId }: Target) => {
    if (hatId !== undefined && (await wear(hatId))) route(path)
  }
  const follow = (event: MouseEvent) => {
    const href = (event.target as Element).closest('a')?.getAttribute('href')
    const target = lines.find((line) => line.target?.path === href)?.target
    if (target?.hatId === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void change(target)
  }
  if (list.isPending) return <SkeletonRows count={5} />
  if (list.error !== null) return <LoadFailed error={list.error} again={() => void list.refetch()} inline />
  if (list.items.length === 0) return <EmptyState icon="bell" title={words.emptyTitle} text={words.emptyText} />
  return (
    // the links inside are what is pressed; this only puts the hat on before one is followed
    <div class="stack" onClickCapture={follow}>
      <Rows>
        {lines.map(({ told, target }) => (
          <Line key={told.notificationId} told={told} target={target} />
        ))}
      </Rows>
      {list.hasNextPage && (
        <Button wide size="big" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
    </div>
  )
}

const NotificationsPage = () => {
  const { notificationsPage: words } = useWords(meWords)
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          <Notifications />
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default NotificationsPage
