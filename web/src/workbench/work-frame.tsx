import type { ComponentChildren } from 'preact'
import { useInfinite } from '../api/query.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { DutyFoot } from '../rota/duty-line.tsx'
import { type WorkbenchItem, WorkbenchShell } from '../shells/workbench/workbench-shell.tsx'
import type { Desk } from './use-desk.ts'
import {
  assistedPath,
  boardsPath,
  codesPath,
  colleaguesPath,
  inboxPath,
  membersPath,
  officePath,
  reviewPath,
  rollPath,
  rotaPath,
} from './work-paths.ts'

export interface WorkFrameProps {
  readonly desk: Desk
  readonly here:
    | 'inbox'
    | 'review'
    | 'assisted'
    | 'members'
    | 'codes'
    | 'roll'
    | 'colleagues'
    | 'office'
    | 'rota'
    | 'boards'
  readonly children: ComponentChildren
  readonly panel?: ComponentChildren
  readonly panelEmpty?: ComponentChildren
}

/** The workbench around a page: where, as whom, and the doors that this role has, with what waits behind them. */
export const WorkFrame = ({ desk, here, children, panel, panelEmpty }: WorkFrameProps) => {
  const { nav, inbox: words } = useWords(workbenchWords)
  const { role: roles } = useWords(roleWords)
  const { communityId, hat, role, may } = desk
  const params = { communityId }
  const inbox = useInfinite('listInbox', { params }, { refetchIntervalMs: 60_000 })
  const reviews = useInfinite(
    'listRegistrations',
    { params },
    { enabled: may('registration.review'), refetchIntervalMs: 60_000 },
  )
  const counted = (count: number | undefined) => (count === undefined ? {} : { count })
  const items: WorkbenchItem[] = [
    { key: 'inbox', label: nav.inbox, icon: 'inbox', href: inboxPath(communityId), ...counted(inbox.page?.waiting) },
  ]
  if (may('registration.review'))
    items.push({
      key: 'review',
      label: nav.review,
      short: nav.reviewShort,
      icon: 'verified',
      href: reviewPath(communityId),
      ...counted(reviews.page?.waiting),
    })
  if (may('rota.view'))
    items.push({ key: 'rota', label: nav.rota, short: nav.rotaShort, icon: 'calendar', href: rotaPath(communityId) })
  if (may('registration.assist'))
    items.push({ key: 'assisted', label: nav.assisted, icon: 'pencil', href: assistedPath(communityId) })
  if (may('membership.manage'))
    items.push({ key: 'members', label: nav.members, icon: 'home', href: membersPath(communityId) })
  if (may('qrCode.manage')) items.push({ key: 'codes', label: nav.codes, icon: 'qr', href: codesPath(communityId) })
  if (may('roll.manage')) items.push({ key: 'roll', label: nav.roll, icon: 'doc', href: rollPath(communityId) })
  if (may('role.grant'))
    items.push({ key: 'colleagues', label: nav.colleagues, icon: 'people', href: colleaguesPath(communityId) })
  if (may('post.schedule'))
    items.push({ key: 'boards', label: nav.boards, icon: 'board', href: boardsPath(communityId) })
  if (may('office.manage'))
    items.push({ key: 'office', label: nav.office, icon: 'phone', href: officePath(communityId) })
  items.push({ key: 'me', label: nav.me, icon: 'person', href: '/me' })
  return (
    <WorkbenchShell
      place={hat.territoryName}
      actor={words.actor(hat.shownName, roles[role])}
      items={items}
      here={here}
      {...(may('rota.view') ? { foot: <DutyFoot communityId={communityId} /> } : {})}
      panel={panel}
      panelEmpty={panelEmpty}
    >
      {children}
    </WorkbenchShell>
  )
}
