import { useInfinite } from '../api/query.ts'
import { searchWords } from '../messages/search.ts'
import { useWords } from '../messages/use-words.ts'
import { postPath } from '../posts/post-path.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import { type MemberHat, MemberOnly } from '../session/member-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { Search, useAskedWords } from './search.tsx'

const InCommunity = ({ hat }: { readonly hat: MemberHat }) => {
  const q = useAskedWords()
  const { communityId } = hat
  const found = useInfinite('searchCommunity', { params: { communityId }, query: { q } }, { enabled: q !== '' })
  return (
    <Search
      hatId={hat.hatId}
      found={found}
      hrefOf={({ subjectKind, subjectId }) =>
        subjectKind === 'post'
          ? postPath({ communityId, postId: subjectId })
          : threadPath({ communityId, serviceRequestId: subjectId })
      }
    />
  )
}

/** What was said in one's own community. */
const SearchPage = () => {
  const words = useWords(searchWords)
  return (
    <MemberOnly>
      {(hat) => (
        <ResidentShell>
          <Page>
            <TopBar title={words.title} note={hat.territoryName} backHref="/home" />
            <InCommunity key={hat.hatId} hat={hat} />
          </Page>
        </ResidentShell>
      )}
    </MemberOnly>
  )
}

export default SearchPage
