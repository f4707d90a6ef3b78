import type { InboxView } from '@shequtong/contract/inbox-views'
import { inboxViewNameMaxCodePoints } from '@shequtong/domain/service-requests/inbox-views'
import { useId, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { keyOf, queryClient } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { inboxViewWords } from '../messages/inbox-views.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { type InboxPart, isSamePart, partOfView, searchOfPart } from './inbox-part.ts'
import { useRefusal } from './use-refusal.ts'

const keepList = (communityId: number) => (reply: Reply<'listInboxViews'>) =>
  queryClient.setQueryData(keyOf('listInboxViews', { params: { communityId } }, 'one'), reply)

interface KeepProps {
  readonly communityId: number
  readonly part: InboxPart
  readonly onClose: () => void
}

/** A name for the part that is looked at. */
const Keep = ({ communityId, part, onClose }: KeepProps) => {
  const words = useWords(inboxViewWords)
  const refusalOf = useRefusal()
  const form = useId()
  const [name, setName] = useState(part.q ?? '')
  const [tried, setTried] = useState(false)
  const { send, isPending, error } = useMutation('keepInboxView', { onDone: keepList(communityId) })
  const isMissing = tried && name.trim() === ''
  const isTooMany = error instanceof ProblemError && error.code === 'too-many-views'
  const save = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    const { show = null, kind = null, q = null } = part
    if ((await send({ params: { communityId }, body: { name: name.trim(), show, kind, q } })) !== undefined) onClose()
  }
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {words.leave}
          </Button>
          <Button look="do" size="big" type="submit" form={form} busy={isPending}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={form} class="stack" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label={words.label}
          hint={words.hint}
          value={name}
          maxLength={inboxViewNameMaxCodePoints}
          onInput={setName}
          {...(isMissing ? { error: words.notNamed } : {})}
        />
        {error !== undefined && <FieldError>{isTooMany ? words.tooMany : refusalOf(error)}</FieldError>}
      </form>
    </Dialog>
  )
}

/** What is kept under a name, beside the parts that everybody has. */
export const useInboxViews = (communityId: number): readonly InboxView[] =>
  useQuery('listInboxViews', { params: { communityId } }).data?.items ?? []

interface ViewProps {
  readonly communityId: number
  readonly part: InboxPart
}

/** Links like those of the other parts. */
export const KeptViews = ({ communityId, part }: ViewProps) => {
  const { path } = useLocation()
  return (
    <>
      {useInboxViews(communityId).map((view) => (
        <a
          key={view.inboxViewId}
          class="inbox-parts__one"
          href={`${path}${searchOfPart(partOfView(view))}`}
          aria-current={isSamePart(partOfView(view), part) ? 'true' : undefined}
        >
          {view.name}
        </a>
      ))}
    </>
  )
}

/** Keeps the part that is looked at, or keeps it no longer; nothing where it is one that everybody has. */
export const KeepView = ({ communityId, part }: ViewProps) => {
  const words = useWords(inboxViewWords)
  const views = useInboxViews(communityId)
  const [open, show] = useState(false)
  const remove = useMutation('removeInboxView', { onDone: keepList(communityId) })
  const kept = views.find((view) => isSamePart(partOfView(view), part))
  // what everybody has stands there anyhow
  if (kept === undefined && part.kind === undefined && part.q === undefined) return null
  return (
    <p class="inbox-keep">
      {kept === undefined ? (
        <Button look="quiet" size="small" icon="plus" onClick={() => show(true)}>
          {words.keep}
        </Button>
      ) : (
        <Button
          look="quiet"
          size="small"
          icon="x"
          busy={remove.isPending}
          onClick={() => void remove.send({ params: { communityId, inboxViewId: kept.inboxViewId }, body: {} })}
        >
          {words.remove}
        </Button>
      )}
      {open && <Keep communityId={communityId} part={part} onClose={() => show(false)} />}
    </p>
  )
}
