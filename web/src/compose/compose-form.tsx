import './compose.css'
import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import { findPersonalData } from '@shequtong/domain/text/personal-data'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { RequestSlip } from '../assisted/request-slip.tsx'
import { useAnsweredBy } from '../boards/use-boards.ts'
import { useChosen } from '../mentions/chosen.ts'
import { assistedWords } from '../messages/assisted.ts'
import { composeWords } from '../messages/compose.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { OutgoingList } from '../outgoing/outgoing-list.tsx'
import { takeUp as takeUpElsewhere } from '../outgoing/take-up.ts'
import { useSendOrKeep } from '../outgoing/use-outgoing.ts'
import { PhotoSection } from '../photos/photo-section.tsx'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { keepPost } from '../posts/keep-post.ts'
import { postPath } from '../posts/post-path.ts'
import { OwnScope, useOwnScope } from '../posts/scope-field.tsx'
import { keepThread } from '../service-requests/keep-thread.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import type { MemberHat } from '../session/member-only.tsx'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Icon } from '../ui/icon.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { BoardField, type ChosenBoard } from './board-field.tsx'
import { DangerHint } from './danger-hint.tsx'
import { draftOfBody, joinedDraft } from './draft.ts'
import { ForWhom } from './for-whom.tsx'
import { type Refused, refusedFields } from './refused-fields.ts'
import { SimilarRequests } from './similar-requests.tsx'
import type { KeptDraft } from './use-draft.ts'
import { Whereabouts } from './whereabouts.tsx'
import { WordsField } from './words-field.tsx'

interface ComposeFormProps {
  readonly hat: MemberHat
  readonly kept: KeptDraft
  readonly chosen: ChosenBoard
}

/** What the form sees by itself, before anything is sent. */
const missing = (
  text: string,
  place: string | undefined,
  errors: { readonly empty: string; readonly placeEmpty: string },
): Refused => ({
  ...(text.trim() === '' ? { text: errors.empty } : {}),
  ...(place?.trim() === '' ? { place: errors.placeEmpty } : {}),
})

export const ComposeForm = ({ hat, kept, chosen }: ComposeFormProps) => {
  const words = useWords(composeWords)
  const { forWhom: forWords } = useWords(assistedWords)
  const { kind: kinds } = useWords(serviceRequestWords)
  const { route } = useLocation()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, forget } = kept
  const { communityId } = hat
  const [isWaiting, wait] = useState(false)
  const [own, setOwn] = useState<Refused>({})
  const submit = useSendOrKeep('submitServiceRequest')
  const file = useMutation('fileServiceRequestOnBehalf')
  const publish = useSendOrKeep('publishPost')
  const { isPost, boardId } = chosen
  const named = useChosen(`compose.${hat.hatId}`)
  const scope = useOwnScope(communityId, draft.scope)
  const answerer = useAnsweredBy()
  const [forMembershipId, setFor] = useState<string | null>(null)
  const [slip, setSlip] = useState<
    { readonly paper: Reply<'fileServiceRequestOnBehalf'>; readonly isSeen: boolean } | undefined
  >(undefined)
  const uploads = usePhotoUploads({
    communityId,
    photoIds: draft.photoIds,
    onChange: (photoIds) => change({ photoIds }),
  })
  const refused =
    Object.keys(own).length > 0 ? own : refusedFields(submit.error ?? file.error ?? publish.error, words.errors)
  const said = Object.values(refused).join('')
  useEffect(() => {
    if (said !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [said])

  const edit = (edited: Parameters<typeof change>[0]) => {
    setOwn({})
    submit.reset()
    file.reset()
    publish.reset()
    change(edited)
  }
  const who = chosen.board === undefined ? undefined : answerer(chosen.board)
  const promise = isPost ? words.noPromise : who === undefined ? words.promise : words.promiseBy(who)
  const takeUp = (body: object) => {
    named.add((body as { readonly mentions?: readonly object[] }).mentions)

    const next = joinedDraft(draft, draftOfBody(body))
    edit(next)
    uploads.restart(next.photoIds)
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const { kind, text, place, buildingId, staircaseId, visibility } = draft
    const gaps = missing(text, isPost ? undefined : place, words.errors)
    setOwn(gaps)
    const marked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (Object.keys(gaps).length > 0) return
    if (findPersonalData(text).length > 0 || (!isPost && findPersonalData(place).length > 0)) return marked?.focus()
    wait(true)
    const photoIds = [...(await uploads.settled())]
    wait(false)
    if (isPost && boardId !== null) {
      const post = await publish.send({
        params: { communityId },
        body: { boardId, text, mentions: named.namedIn(text), photoIds, scope },
      })
      if (post === undefined) return void invalidate('listBoards', { communityId })
      forget()
      named.forget()
      if (post === 'later') return uploads.restart()
      keepPost(post)
      return route(postPath(post), true)
    }
    const body = { kind, boardId, text, place, buildingId, staircaseId, visibility, photoIds }
    if (forMembershipId !== null) {
      const filed = await file.send({ params: { communityId }, body: { ...body, forMembershipId } })
      if (filed === undefined) return
      forget()
      uploads.restart()
      // a private one is the asker's and the committee's alone, not the helper's
      setSlip({ paper: filed, isSeen: visibility === 'community' })
      return
    }
    const request = await submit.send({ params: { communityId }, body })
    if (request === undefined) return void invalidate('listBoards', { communityId })
    forget()
    if (request === 'later') return uploads.restart()
    keepThread(request)
    route(threadPath(request), true)
  }

  if (slip !== undefined)
    return (
      <RequestSlip
        slip={slip.paper}
        {...(slip.isSeen
          ? { threadHref: threadPath({ communityId, serviceRequestId: slip.paper.serviceRequestId }) }
          : {})}
        next={{ label: forWords.slipNext, onPress: () => setSlip(undefined) }}
      />
    )
  return (
    <>
      <OutgoingList
        onTakeBack={(item) => {
          if (item.name === 'submitServiceRequest' || item.name === 'publishPost') takeUp(item.input.body)
          else route(takeUpElsewhere(item))
        }}
      />
      <form id={id} ref={form} class="compose" onSubmit={(event) => void send(event)} noValidate>
        <BoardField chosen={chosen} onChange={(chosenId) => edit({ boardId: chosenId })} error={refused.board} />
        {!isPost && (
          <>
            <KindPicker
              legend={words.kindLegend}
              legendHidden
              choices={serviceRequestKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
              value={draft.kind}
              onChange={(kind) => edit({ kind })}
            />
            <ForWhom communityId={communityId} value={forMembershipId} onChange={setFor} />
          </>
        )}
        <WordsField
          value={draft.text}
          onChange={(text) => edit({ text })}
          error={refused.text}
          naming={isPost ? { communityId, onChoose: named.choose } : undefined}
          placeholder={isPost ? words.postPlaceholder : words.textPlaceholder}
        />
        <DangerHint text={draft.text} />
        {!isPost && draft.visibility === 'community' && (
          <SimilarRequests communityId={communityId} text={draft.text} buildingId={draft.buildingId} />
        )}
        <PhotoSection title={words.photosTitle} note={words.photosHint} uploads={uploads} error={refused.photos} />
        {isPost ? (
          <OwnScope communityId={communityId} value={scope.kind} onChange={(kind) => edit({ scope: kind })} />
        ) : (
          <Whereabouts hat={hat} draft={draft} onChange={edit} error={refused.place} />
        )}
        {refused.whole !== undefined && <FieldError>{refused.whole}</FieldError>}
      </form>
      <StickyBar
        note={
          <>
            <Icon name={isPost ? 'chat' : 'clock'} size="small" />
            <span role="status">{isWaiting ? words.photosOnWay : promise}</span>
          </>
        }
      >
        <Button
          look="do"
          size="big"
          type="submit"
          form={id}
          wide
          busy={isWaiting || submit.isPending || file.isPending || publish.isPending}
        >
          {words.send}
        </Button>
      </StickyBar>
    </>
  )
}
