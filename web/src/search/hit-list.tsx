import type { MarkedText, SearchHit } from '@shequtong/contract/search'
import { searchWords } from '../messages/search.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { useVoice } from '../service-requests/use-voice.ts'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Marked } from './marked.tsx'

const isMarked = (pieces: MarkedText): boolean => pieces.some(({ marked }) => marked)

interface HitProps {
  readonly hit: SearchHit
  readonly href: string
  /** Across communities it is said where. */
  readonly across: boolean
}

const Hit = ({ hit, href, across }: HitProps) => {
  const words = useWords(searchWords)
  const { kind: kinds, state: states } = useWords(serviceRequestWords)
  const voice = useVoice()
  const isReply = hit.partId !== hit.subjectId
  const who = hit.by === null ? words.somebody : words.inThread(voice(hit.by).name)
  return (
    <RowLine
      href={href}
      title={<Marked pieces={hit.title} />}
      note={
        <>
          {(isReply || !isMarked(hit.title)) && (
            <span class="hit__said">
              {isReply && `${who}：`}
              <Marked pieces={hit.snippet} />
            </span>
          )}
          <Joined
            parts={[
              ...(across ? [hit.communityName] : []),
              ...(hit.subjectKind === 'post'
                ? [words.onBoard, hit.placeName === null ? null : words.forPlace(hit.placeName)]
                : [kinds[hit.kind], <Marked key="place" pieces={hit.place} />]),
              <RelativeTime key="at" at={hit.at} plain />,
              hit.subjectKind === 'post' ? null : states[hit.state],
            ]}
          />
        </>
      }
    />
  )
}

/** What was found, newest first, each leading into its thread. */
export const HitList = ({
  hits,
  hrefOf,
  across = false,
}: {
  readonly hits: readonly SearchHit[]
  readonly hrefOf: (hit: SearchHit) => string
  readonly across?: boolean
}) => {
  const words = useWords(searchWords)
  return (
    <Rows label={words.said}>
      {hits.map((hit) => (
        <Hit key={hit.partId} hit={hit} href={hrefOf(hit)} across={across} />
      ))}
    </Rows>
  )
}
