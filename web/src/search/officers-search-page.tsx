import { useInfinite } from '../api/query.ts'
import { Frame, FrameFailed } from '../command-center/frame.tsx'
import { itemPath } from '../command-center/paths.ts'
import { searchWords } from '../messages/search.ts'
import { useWords } from '../messages/use-words.ts'
import { postPath } from '../posts/post-path.ts'
import { useSession } from '../session/session.tsx'
import { CommandPane, CommandPanes } from '../shells/command/command-panes.tsx'
import { Search, useAskedWords } from './search.tsx'

interface OfficersSearchProps {
  readonly districtId?: string
  readonly subdistrictId?: string
}

/** What was said across the communities of a subdistrict or district, as far as its officer may read it. */
const OfficersSearchPage = ({ districtId, subdistrictId }: OfficersSearchProps) => {
  const words = useWords(searchWords)
  const { hat } = useSession()
  const q = useAskedWords()
  const query = { q }
  const isDistrict = subdistrictId === undefined
  const enabled = q !== ''
  const inDistrict = useInfinite(
    'searchDistrict',
    { params: { districtId: Number(districtId ?? 0) }, query },
    { enabled: enabled && isDistrict },
  )
  const inSubdistrict = useInfinite(
    'searchSubdistrict',
    { params: { subdistrictId: Number(subdistrictId ?? 0) }, query },
    { enabled: enabled && !isDistrict },
  )
  const found = isDistrict ? inDistrict : inSubdistrict
  const isGone = found.error !== null && 'slug' in found.error && found.error.slug === 'not-found'
  if (hat === undefined || (isGone && found.error !== null))
    return found.error === null ? null : <FrameFailed error={found.error} again={() => void found.refetch()} />
  return (
    <Frame crumbs={[{ label: hat.territoryName, href: '/' }, { label: words.title }]} wall={false}>
      <CommandPanes layout="one">
        <CommandPane title={words.open}>
          <Search
            hatId={hat.hatId}
            found={found}
            hrefOf={({ subjectKind, communityId, subjectId }) =>
              subjectKind === 'post' ? postPath({ communityId, postId: subjectId }) : itemPath(communityId, subjectId)
            }
            across
          />
        </CommandPane>
      </CommandPanes>
    </Frame>
  )
}

export default OfficersSearchPage
