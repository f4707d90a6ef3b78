import { useLocation } from 'preact-iso'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { type MemberHat, MemberOnly } from '../session/member-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { useChosenBoard } from './board-field.tsx'
import { ComposeForm } from './compose-form.tsx'
import { isBlank } from './draft.ts'
import { useDraft } from './use-draft.ts'

const Composer = ({ hat }: { readonly hat: MemberHat }) => {
  const words = useWords(composeWords)
  const { query } = useLocation()
  const kept = useDraft(hat.hatId, hat.buildingName ?? '', query.board)
  const chosen = useChosenBoard(hat.communityId, kept.draft.boardId)
  return (
    <Page>
      <TopBar title={chosen.isPost ? words.titlePost : words.title} note={hat.territoryName} closes backHref="/home">
        {!isBlank(kept.draft) && (
          <span class="small soft" role="status">
            {words.kept}
          </span>
        )}
      </TopBar>
      <ComposeForm hat={hat} kept={kept} chosen={chosen} />
    </Page>
  )
}

const ComposePage = () => (
  <MemberOnly>
    {(hat) => (
      <ResidentShell>
        <Composer key={hat.hatId} hat={hat} />
      </ResidentShell>
    )}
  </MemberOnly>
)

export default ComposePage
