import './assisted.css'
import { useState } from 'preact/hooks'
import { type ItemOf, type PagedResult, useInfinite } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { type Awaited, WordDialog } from './word-dialog.tsx'

type Row = ItemOf<'listAwaitingWord'>

interface RowsProps {
  readonly communityId: number
  readonly waiting: PagedResult<'listAwaitingWord'>
  readonly hrefOf: (row: Row) => string
}

/** A line each: whose, what, since when, and the one thing to do about it. */
const WordRows = ({ communityId, waiting, hrefOf }: RowsProps) => {
  const { word, filing } = useWords(assistedWords)
  const { mine } = useWords(serviceRequestWords)
  const [about, hear] = useState<Awaited | undefined>(undefined)
  const obstacles = { 'own-result': filing.ownResult, 'asker-not-active': filing.notActive }
  return (
    <>
      <ul class="rows sheet" aria-label={word.title}>
        {waiting.items.map((row) => (
          <li class="word-row" key={row.serviceRequestId}>
            <a class="word-row__what" href={hrefOf(row)}>
              <b>{row.title}</b>
              <span class="small soft">
                <Joined
                  parts={[
                    row.shownName,
                    <span key="since">
                      {word.since} <RelativeTime at={row.resolvedAt} plain />
                    </span>,
                  ]}
                />
              </span>
            </a>
            {row.obstacle === null ? (
              <Button label={word.hearOf(row.shownName)} onClick={() => hear(row)}>
                {word.hear}
              </Button>
            ) : (
              <p class="small soft">{obstacles[row.obstacle]}</p>
            )}
          </li>
        ))}
      </ul>
      {waiting.hasNextPage && (
        <Button wide busy={waiting.isFetchingNextPage} onClick={() => void waiting.fetchNextPage()}>
          {mine.more}
        </Button>
      )}
      <WordDialog communityId={communityId} about={about} onClose={() => hear(undefined)} />
    </>
  )
}

interface WordListProps {
  readonly communityId: number
  readonly hrefOf: (row: Row) => string
}

/** At the counter: results that wait for somebody who opens no screen. */
export const WordTab = (props: WordListProps) => {
  const { word } = useWords(assistedWords)
  const waiting = useInfinite('listAwaitingWord', { params: { communityId: props.communityId } })
  if (waiting.error !== null) return <LoadFailed error={waiting.error} again={() => void waiting.refetch()} inline />
  if (waiting.page === undefined) return <SkeletonRows />
  if (waiting.items.length === 0) return <EmptyState icon="check" title={word.empty} text={word.emptyText} />
  return (
    <div class="stack">
      <p class="soft">{word.hint}</p>
      <WordRows {...props} waiting={waiting} />
    </div>
  )
}

/** Among one's own matters: what waits for family one speaks for; nothing where nothing does. */
export const FamilyWords = (props: WordListProps) => {
  const { word } = useWords(assistedWords)
  const waiting = useInfinite('listAwaitingWord', { params: { communityId: props.communityId } })
  if (waiting.items.length === 0) return null
  return (
    <Section title={word.mineTitle}>
      <WordRows {...props} waiting={waiting} />
    </Section>
  )
}
