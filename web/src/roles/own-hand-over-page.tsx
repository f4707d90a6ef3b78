import '../workbench/workbench.css'
import './colleagues.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { colleagueWords } from '../messages/colleagues.ts'
import { meWords } from '../messages/me.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { Left } from './left.tsx'

/** Whoever holds a role hands over their own, also without the colleagues' page. */
const OwnHandOverPage = () => {
  const { handOverPage: words } = useWords(meWords)
  const colleagues = useWords(colleagueWords)
  const { role: roles } = useWords(roleWords)
  const { hat, refresh } = useSession()
  const { route } = useLocation()
  const [left, leave] = useState<string | undefined>(undefined)
  if (left !== undefined) return <Left said={left} />
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          {hat === undefined || hat.role === null ? (
            <EmptyState
              icon="swap"
              title={words.noneTitle}
              text={words.noneText}
              actions={
                <ButtonLink href="/me" size="big">
                  {words.back}
                </ButtonLink>
              }
            />
          ) : (
            <div class="stack">
              <h2>{colleagues.handOverTitle(hat.shownName, roles[hat.role])}</h2>
              <HandOverForm
                grant={{ roleGrantId: hat.hatId, role: hat.role, shownName: hat.shownName }}
                mine
                onCancel={() => route('/me')}
                onDone={(sentence) => {
                  leave(sentence)
                  void refresh()
                }}
              />
            </div>
          )}
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default OwnHandOverPage
