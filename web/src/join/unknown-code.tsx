import { joinWords } from '../messages/join.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'

/** A code that was never issued, or was mistyped. */
export const UnknownCode = () => {
  const words = useWords(joinWords)
  const { me } = useSession()
  return (
    <Page>
      <TopBar title={words.unknownTitle}>
        <ModeSwitch />
      </TopBar>
      <EmptyState
        icon="qr"
        title={words.unknownTitle}
        text={words.unknownText}
        actions={
          me.demo ? (
            <ButtonLink href="/demo" size="big">
              {words.demo}
            </ButtonLink>
          ) : (
            <ButtonLink href="/sign-in" size="big">
              {words.signIn}
            </ButtonLink>
          )
        }
      />
    </Page>
  )
}
