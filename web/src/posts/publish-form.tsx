import type { BoardView } from '@shequtong/contract/boards'
import { postTitleMaxCodePoints } from '@shequtong/domain/posts/post'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { invalidate } from '../api/query-client.ts'
import { useChosen } from '../mentions/chosen.ts'
import { publishWords } from '../messages/publish.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { PhotoAdder } from '../photos/photo-adder.tsx'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { useKeptWords } from '../service-requests/kept-words.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { SaidArea } from '../workbench/said-area.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { useRefusal } from '../workbench/use-refusal.ts'
import { useSaid } from '../workbench/use-said.ts'
import { keepPost } from './keep-post.ts'
import { postPath } from './post-path.ts'
import { instantOf } from './publish-at.ts'
import { everybody, ScopeField } from './scope-field.tsx'

interface PublishFormProps {
  readonly desk: Desk
  readonly board: BoardView
}

/** Somebody in a role puts something on a board: a title, the words, for whom, in whose name, now or later. */
export const PublishForm = ({ desk, board }: PublishFormProps) => {
  const words = useWords(publishWords)
  const { office } = useWords(roleWords)
  const { route } = useLocation()
  const refusalOf = useRefusal()
  const form = useRef<HTMLFormElement>(null)
  const { communityId, hat, role } = desk
  const name = `publish.${hat.hatId}.${board.boardId}`
  const [kept, keep] = useKeptWords(name)
  const [{ text: title }, keepTitle] = useKeptWords(`${name}.title`)
  const named = useChosen(name)
  const uploads = usePhotoUploads({
    communityId,
    photoIds: kept.photoIds,
    onChange: (photoIds) => keep({ photoIds }),
  })
  const [scope, setScope] = useState(everybody)
  const [inOfficeName, setInOfficeName] = useState(true)
  const [moment, setMoment] = useState<{ readonly on: string; readonly clock: string } | null>(null)
  const [tried, setTried] = useState(false)
  const [isWaiting, wait] = useState(false)
  const { send, isPending, error, reset } = useMutation('publishPost', { onDone: keepPost })
  const said = useSaid({ failure: error, pointer: '/text', initial: kept.text })
  const code = error instanceof ProblemError ? error.code : undefined
  const isOfTitle = error instanceof ProblemError && error.errors.some(({ pointer }) => pointer === '/title')
  const publishAt = moment === null ? null : instantOf(moment.on, moment.clock)
  const titleError = tried && title.trim() === '' ? words.titleMissing : isOfTitle ? words.titleRefused : undefined
  const momentError =
    tried && publishAt === undefined
      ? words.momentMissing
      : code === 'publish-at-past'
        ? words.momentPast
        : code === 'publish-at-too-far'
          ? words.momentTooFar
          : undefined
  const faults = [titleError, said.error, momentError].join('')
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])
  const edited = () => {
    setTried(false)
    reset()
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!said.check() || title.trim() === '' || publishAt === undefined) return
    wait(true)
    const photoIds = [...(await uploads.settled())]
    wait(false)
    const body = {
      boardId: board.boardId,
      title: title.trim(),
      text: said.text,
      mentions: named.namedIn(said.text),
      photoIds,
      scope,
      inOfficeName,
      publishAt,
    }
    const post = await send({ params: { communityId }, body })
    if (post === undefined) return
    keep({ text: '', photoIds: [] })
    keepTitle({ text: '' })
    named.forget()
    void invalidate('listScheduledPosts', { communityId })
    route(postPath(post))
  }
  const isNamed = isOfTitle || said.error !== undefined || momentError !== undefined
  return (
    <form ref={form} class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.title}
        maxLength={postTitleMaxCodePoints}
        value={title}
        onInput={(text) => {
          edited()
          keepTitle({ text })
        }}
        {...(titleError === undefined ? {} : { error: titleError })}
      />
      <SaidArea
        said={said}
        label={words.text}
        naming={{ communityId, onChoose: named.choose }}
        rows={6}
        onText={(text) => {
          edited()
          keep({ text })
        }}
      />
      <PhotoAdder uploads={uploads} />
      <ScopeField communityId={communityId} value={scope} onChange={setScope} />
      <KindPicker
        legend={words.asWho}
        choices={[
          { value: 'office', label: office[role] },
          { value: 'person', label: hat.shownName },
        ]}
        value={inOfficeName ? 'office' : 'person'}
        onChange={(who) => setInOfficeName(who === 'office')}
      />
      <KindPicker
        legend={words.when}
        choices={[
          { value: 'now', label: words.now },
          { value: 'later', label: words.later },
        ]}
        value={moment === null ? 'now' : 'later'}
        onChange={(chosen) => {
          edited()
          setMoment(chosen === 'now' ? null : { on: '', clock: '' })
        }}
      />
      {moment !== null && (
        <>
          <TextField
            label={words.on}
            type="date"
            value={moment.on}
            onInput={(on) => {
              edited()
              setMoment({ ...moment, on })
            }}
            {...(momentError === undefined ? {} : { error: momentError })}
          />
          <TextField
            label={words.clock}
            type="time"
            value={moment.clock}
            onInput={(clock) => {
              edited()
              setMoment({ ...moment, clock })
            }}
          />
        </>
      )}
      {error !== undefined && !isNamed && <FieldError>{refusalOf(error)}</FieldError>}
      <Button look="do" size="big" type="submit" busy={isPending || isWaiting}>
        {moment === null ? words.publish : words.schedule}
      </Button>
    </form>
  )
}
