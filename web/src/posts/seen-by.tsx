import type { PostView } from '@shequtong/contract/posts'
import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { seenWords } from '../messages/seen.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'

interface PartProps {
  readonly name: string
  readonly note?: string
  readonly seen: number
  readonly members: number
}

/** One building: the numbers in words, and a bar for the eye. */
const Part = ({ name, note, seen, members }: PartProps) => {
  const { of } = useWords(seenWords)
  return (
    <tr>
      <th scope="row">
        {name}
        {note !== undefined && <span class="small soft"> {note}</span>}
      </th>
      <td class="seen__bar">
        <span aria-hidden="true">
          <span style={{ '--share': seen / members }} />
        </span>
      </td>
      <td class="seen__count">{of(seen, members)}</td>
    </tr>
  )
}

const Counts = ({ post }: { readonly post: PostView }) => {
  const words = useWords(seenWords)
  const { communityId, postId } = post
  const { data, error, refetch } = useQuery('readSeen', { params: { communityId, postId } })
  if (data === undefined)
    return error === null ? <SkeletonRows /> : <LoadFailed error={error} again={() => void refetch()} inline />
  if (data.total === null) return <p>{words.tooFew}</p>
  return (
    <div class="stack">
      <p class="seen__total">{words.total(data.total.seen, data.total.members)}</p>
      {(data.places.length > 0 || data.others !== null) && (
        <table class="seen">
          <thead>
            <tr class="visually-hidden">
              <th scope="col">{words.place}</th>
              <td />
              <th scope="col">{`${words.seen} / ${words.members}`}</th>
            </tr>
          </thead>
          <tbody>
            {data.places.map((place) => (
              <Part key={place.name} {...place} />
            ))}
            {data.others !== null && data.places.length > 0 && (
              <Part name={words.others} note={words.othersNote} {...data.others} />
            )}
          </tbody>
        </table>
      )}
      <p class="small soft">{words.meaning}</p>
    </div>
  )
}

/** 有多少人看过: by building, for the office that announced it and the committee. */
export const SeenBy = ({ post }: { readonly post: PostView }) => {
  const words = useWords(seenWords)
  const [open, show] = useState(false)
  if (!post.mayReadSeen) return null
  return (
    <>
      <Button look="quiet" icon="eye" onClick={() => show(true)}>
        {words.open}
      </Button>
      <Dialog open={open} title={words.title} onClose={() => show(false)}>
        {open && <Counts post={post} />}
      </Dialog>
    </>
  )
}
