import './leaving.css'
import { useMutation } from '../api/mutation.ts'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { leavingWords } from '../messages/leaving.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { useNow } from '../ui/time/use-now.ts'

const Blocks = () => {
  const { blocks: words } = useWords(leavingWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { data, error, refetch } = useQuery('listBlocks', {})
  const unblock = useMutation('unblockNeighbour', {
    onDone: () => {
      void invalidate('listBlocks')
      void invalidate('listFeed')
    },
  })
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  if (data.blocks.length === 0) return <EmptyState icon="person" title={words.emptyTitle} text={words.emptyText} />
  return (
    <>
      <p class="leaving-intro">{words.intro}</p>
      <Rows label={words.title}>
        {data.blocks.map(({ blockId, shownName, blockedAt }) => (
          <RowLine
            key={blockId}
            title={shownName}
            note={words.since(calendarDate(new Date(blockedAt), now, time))}
            end={
              <Button
                size="small"
                label={words.againOf(shownName)}
                busy={unblock.isPending}
                onClick={() => void unblock.send({ params: { blockId } })}
              >
                {words.again}
              </Button>
            }
          />
        ))}
      </Rows>
      {unblock.error !== undefined && <FieldError>{words.failed}</FieldError>}
    </>
  )
}

const BlocksPage = () => {
  const { blocks: words } = useWords(leavingWords)
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          <Blocks />
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default BlocksPage
