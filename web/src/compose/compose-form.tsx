import './compose.css'
import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import { findPersonalData } from '@shequtong/domain/text/personal-data'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import type { Reply } from '../api/types.ts'
import { RequestSlip } from '../assisted/request-slip.tsx'
import { assistedWords } from '../messages/assisted.ts'
import { composeWords } from '../messages/compose.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { OutgoingList } from '../outgoing/outgoing-list.tsx'
import { takeUp as takeUpElsewhere } from '../outgoing/take-up.ts'
import { useSendOrKeep } from '../outgoing/use-outgoing.ts'
import { PhotoSection } from '../photos/photo-section.tsx'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { keepThread } from '../service-requests/keep-thread.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import type { MemberHat } from '../session/member-only.tsx'
import { Button } from '../ui/action/button.tsx'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Icon } from '../ui/icon.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { BuildingField } from './building-field.tsx'
import { draftOfBody, joinedDraft } from './draft.ts'
import { ForWhom } from './for-whom.tsx'
import { PlaceField } from './place-field.tsx'
import { type Refused, refusedFields } from './refused-fields.ts'
import type { KeptDraft } from './use-draft.ts'
import { WordsField } from './words-field.tsx'

interface ComposeFormProps {
  readonly hat: MemberHat
  readonly kept: KeptDraft
}

/** What the form sees by itself, before anything is sent. */
const missing = (
  text: string,
  place: string,
  errors: { readonly empty: string; readonly placeEmpty: string },
): Refused => ({
  ...(text.trim() === '' ? { text: errors.empty } : {}),
  ...(place.trim() === '' ? { place: errors.placeEmpty } : {}),
})

export const ComposeForm = ({ hat, kept }: ComposeFormProps) => {
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
  const [forMembershipId, setFor] = useState<string | null>(null)
  const [slip, setSlip] = useState<
    { readonly paper: Reply<'fileServiceRequestOnBehalf'>; readonly isSeen: boolean } | undefined
  >(undefined)
  const uploads = usePhotoUploads({
    communityId,
    photoIds: draft.photoIds,
    onChange: (photoIds) => change({ photoIds }),
  })
  const refused = Object.keys(own).length > 0 ? own : refusedFields(submit.error ?? file.error, words.errors)
  const said = Object.values(refused).join('')
  useEffect(() => {
    if (said !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [said])

  const edit = (edited: Parameters<typeof change>[0]) => {
    setOwn({})
    submit.reset()
    file.reset()
    change(edited)
  }
  const takeUp = (body: object) => {
    const next = joinedDraft(draft, draftOfBody(body))
    edit(next)
    uploads.restart(next.photoIds)
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const { kind, text, place, buildingId, staircaseId, visibility } = draft
    const gaps = missing(text, place, words.errors)
    setOwn(gaps)
    const marked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (Object.keys(gaps).length > 0) return
    if (findPersonalData(text).length > 0 || findPersonalData(place).length > 0) return marked?.focus()
    wait(true)
    const photoIds = [...(await uploads.settled())]
    wait(false)
    const body = { kind, text, place, buildingId, staircaseId, visibility, photoIds }
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
    if (request === undefined) return
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
          if (item.name === 'submitServiceRequest') takeUp(item.input.body)
          else route(takeUpElsewhere(item))
        }}
      />
      <form id={id} ref={form} class="compose" onSubmit={(event) => void send(event)} noValidate>
        <KindPicker
          legend={words.kindLegend}
          legendHidden
          choices={serviceRequestKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          value={draft.kind}
          onChange={(kind) => edit({ kind })}
        />
        <ForWhom communityId={communityId} value={forMembershipId} onChange={setFor} />
        <WordsField value={draft.text} onChange={(text) => edit({ text })} error={refused.text} />
        <PhotoSection title={words.photosTitle} note={words.photosHint} uploads={uploads} error={refused.photos} />
        <BuildingField
          communityId={communityId}
          buildingId={draft.buildingId}
          staircaseId={draft.staircaseId}
          onChange={edit}
        />
        <PlaceField
          value={draft.place}
          onChange={(place) => edit({ place })}
          building={hat.buildingName}
          error={refused.place}
        />
        <ChoiceList
          legend={words.whoSees}
          choices={[
            { value: 'community', label: words.community, note: words.communityNote, lead: <Icon name="eye" /> },
            { value: 'private', label: words.private, note: words.privateNote, lead: <Icon name="lock" /> },
          ]}
          value={draft.visibility}
          onChange={(visibility) => edit({ visibility })}
        />
        <p class="small soft">{words.elsewhere}</p>
        {refused.whole !== undefined && <FieldError>{refused.whole}</FieldError>}
      </form>
      <StickyBar
        note={
          <>
            <Icon name="clock" size="small" />
            <span role="status">{isWaiting ? words.photosOnWay : words.promise}</span>
          </>
        }
      >
        <Button
          look="do"
          size="big"
          type="submit"
          form={id}
          wide
          busy={isWaiting || submit.isPending || file.isPending}
        >
          {words.send}
        </Button>
      </StickyBar>
    </>
  )
}
