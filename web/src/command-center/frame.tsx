import './frame.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { officersInboxWords } from '../messages/officers-inbox.ts'
import { searchWords } from '../messages/search.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { officersInboxPath } from '../officers/officers-paths.ts'
import { searchPath } from '../search/search-path.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { CommandShell, type CommandShellProps } from '../shells/command/command-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { OfflineBar } from '../ui/state/offline-bar.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { FindButton, FindDialog } from './find-community.tsx'

/** The command shell as these pages use it: finding a community is always at hand. */
export const Frame = ({ children, ...shell }: Omit<CommandShellProps, 'search'>) => {
  const [finding, setFinding] = useState(false)
  const find = useWords(searchWords)
  const { title: inbox } = useWords(officersInboxWords)
  const { hat } = useSession()
  const words = hat === undefined ? undefined : searchPath(hat)
  const inboxHref = hat === undefined ? undefined : officersInboxPath(hat)
  return (
    <CommandShell
      {...shell}
      search={
        <>
          {inboxHref !== undefined && (
            <ButtonLink icon="inbox" href={inboxHref}>
              {inbox}
            </ButtonLink>
          )}
          <FindButton onPress={() => setFinding(true)} />
          {words !== undefined && (
            <ButtonLink icon="chat" href={words}>
              {find.title}
            </ButtonLink>
          )}
        </>
      }
    >
      <OfflineBar />
      {children}
      {finding && <FindDialog close={() => setFinding(false)} />}
    </CommandShell>
  )
}

const Alone = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <CommandShell crumbs={[{ label: title }]} wall={false}>
    <div class="command-alone">{children}</div>
  </CommandShell>
)

/** What is not this officer's looks the same as what does not exist. */
export const FrameFailed = ({ error, again }: { readonly error: Failure; readonly again: () => void }) => {
  const { gone, title } = useWords(commandCenterWords)
  if (!(error instanceof ProblemError) || !['not-found', 'not-permitted', 'invalid-input'].includes(error.slug))
    return (
      <Alone title={title}>
        <LoadFailed error={error} again={again} inline />
      </Alone>
    )
  return (
    <Alone title={gone.crumb}>
      <EmptyState
        icon="guide"
        title={gone.title}
        text={gone.text}
        actions={
          <ButtonLink href="/" look="ink" size="big">
            {gone.home}
          </ButtonLink>
        }
      />
    </Alone>
  )
}

/** Before the first figures: the known frame, grey where words are missing. */
export const FrameLoading = () => {
  const { title } = useWords(commandCenterWords)
  const { states } = useCoreWords()
  return (
    <CommandShell crumbs={[{ label: title }]} note={states.loading} wall={false}>
      <div class="command-loading">
        <SkeletonRows count={6} />
        <SkeletonRows count={6} />
        <SkeletonRows count={6} />
      </div>
    </CommandShell>
  )
}
