import type { BoardChangeView } from '@shequtong/contract/boards'
import { useInfinite } from '../api/query.ts'
import { boardDeskWords } from '../messages/board-desk.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { useBoardName } from './use-boards.ts'

/** What was changed from what to what, in words. */
const useChange = () => {
  const { log: words } = useWords(boardDeskWords)
  const { role: roles } = useWords(roleWords)
  const names: Readonly<Record<string, string>> = { ...roles, members: words.members }
  const list = (codes: string | null) =>
    codes === null || codes === ''
      ? words.nobody
      : codes
          .split(',')
          .map((code) => names[code] ?? code)
          .join(words.comma)
  return ({ change, before, after }: BoardChangeView): string | undefined => {
    if (change === 'answering' || change === 'posting') return words.fromTo(list(before), list(after))
    if (change === 'renamed') return words.fromTo(before ?? words.usualName, after ?? words.usualName)
    return undefined
  }
}

/** Who changed what, newest first. */
export const BoardLog = ({ communityId }: { readonly communityId: number }) => {
  const { log: words } = useWords(boardDeskWords)
  const nameOf = useBoardName()
  const changeOf = useChange()
  const list = useInfinite('listBoardChanges', { params: { communityId } })
  if (list.error !== null) return <LoadFailed error={list.error} again={() => void list.refetch()} inline />
  if (list.items.length === 0) return null
  return (
    <Section title={words.title} level={3}>
      <Rows>
        {list.items.map((line) => (
          <RowLine
            key={line.boardChangeId}
            plain
            title={
              line.boardKind === null
                ? words.what[line.change]
                : words.about(nameOf({ kind: line.boardKind, name: line.boardName }), words.what[line.change])
            }
            note={<Joined parts={[changeOf(line), line.by.shownName, <RelativeTime key="at" at={line.at} plain />]} />}
          />
        ))}
      </Rows>
      {list.hasNextPage && (
        <Button wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Section>
  )
}
