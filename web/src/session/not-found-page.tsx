import { problemWords } from '../messages/problems.ts'
import { useWords } from '../messages/use-words.ts'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'

const NotFoundPage = () => {
  const words = useWords(problemWords)
  return (
    <ResidentShell>
      <Page>
        <TopBar title={words.lost} />
        <EmptyState
          icon="guide"
          title={words.notFoundTitle}
          text={words.notFoundText}
          actions={
            <ButtonLink href="/" look="do" size="big">
              {words.home}
            </ButtonLink>
          }
        />
      </Page>
    </ResidentShell>
  )
}

export default NotFoundPage
