import type { ComponentChildren } from 'preact'
import { officersInboxWords } from '../messages/officers-inbox.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { WorkbenchShell } from '../shells/workbench/workbench-shell.tsx'
import type { OfficersWork } from './use-officers-work.ts'

export interface OfficersFrameProps {
  readonly work: OfficersWork
  readonly waiting: number | undefined
  readonly children: ComponentChildren
  readonly panel: ComponentChildren
  readonly panelEmpty: ComponentChildren
}

/** The workbench of an officer: the inbox of the level, and the way to its figures. */
export const OfficersFrame = ({ work, waiting, children, panel, panelEmpty }: OfficersFrameProps) => {
  const words = useWords(officersInboxWords)
  const { inbox } = useWords(workbenchWords)
  const { role: roles } = useWords(roleWords)
  const { hat, role, level, territoryId } = work
  return (
    <WorkbenchShell
      place={hat.territoryName}
      actor={inbox.actor(hat.shownName, roles[role])}
      items={[
        {
          key: 'inbox',
          label: words.title,
          short: words.nav,
          icon: 'inbox',
          href: work.inboxPath,
          ...(waiting === undefined ? {} : { count: waiting }),
        },
        { key: 'command', label: words.command, icon: 'board', href: `/command/${level}s/${territoryId}` },
        { key: 'me', label: words.me, icon: 'person', href: '/me' },
      ]}
      here="inbox"
      panel={panel}
      panelEmpty={panelEmpty}
    >
      {children}
    </WorkbenchShell>
  )
}
