import { colleagueWords } from '../messages/colleagues.ts'
import { useWords } from '../messages/use-words.ts'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'

/** After one's own role went to a successor: what happened, and where one's other hats are. */
export const Left = ({ said }: { readonly said: string }) => {
  const words = useWords(colleagueWords)
  return (
    <main id="main">
      <Page>
        <h1 class="visually-hidden">{words.leftTitle}</h1>
        <EmptyState
          icon="check"
          title={words.leftTitle}
          text={words.leftText(said)}
          actions={
            <ButtonLink href="/" look="do" size="big">
              {words.leftNext}
            </ButtonLink>
          }
        />
      </Page>
    </main>
  )
}
