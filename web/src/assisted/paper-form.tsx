import type { PublicPage } from '@shequtong/contract/territory'
import { presences } from '@shequtong/domain/memberships/helping'
import { memberKindRules } from '@shequtong/domain/registrations/member-kinds'
import { useEffect, useRef } from 'preact/hooks'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { codesOf } from '../registrations/form/checks.ts'
import { BirthOn, DocumentKind, DocumentNumber, TrueName } from '../registrations/questions/identity-fields.tsx'
import { MemberKind, Tenure } from '../registrations/questions/member-kind.tsx'
import { ShownName } from '../registrations/questions/shown-name.tsx'
import { Told } from '../registrations/questions/told.tsx'
import { Where } from '../registrations/questions/where.tsx'
import { Papers } from '../registrations/questions/who.tsx'
import { Button } from '../ui/action/button.tsx'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Section } from '../ui/page/section.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { GuardianPart } from './guardian-part.tsx'
import { Marked } from './marked.tsx'
import { PaperConsents } from './paper-consents.tsx'
import { PaperPhotos } from './paper-photos.tsx'
import { PaperRefused } from './paper-refused.tsx'
import { PhonePart } from './phone-part.tsx'
import { usePaper } from './use-paper.ts'
import type { PaperDraft } from './use-paper-draft.ts'

interface PaperFormProps {
  readonly page: PublicPage
  readonly code: string
  readonly draft: PaperDraft
}

/** The signed paper, part by part on one page, as it lies on the counter. */
export const PaperForm = ({ page, code, draft }: PaperFormProps) => {
  const { form: words, presenceName } = useWords(assistedWords)
  const form = useRef<HTMLFormElement>(null)
  const paper = usePaper(page, draft)
  const { claim, counter, codes, todayOn, isChild } = paper
  const asked = { draft: claim, set: paper.setClaim, codes: codes.claim, code, page, todayOn, isChild }
  const setting = { communityKind: page.communityKind, todayOn }
  const canBeNamed = (['who', 'where'] as const).every(
    (screen) => Object.keys(codesOf(screen, claim, setting)).length === 0,
  )
  const marked = JSON.stringify(codes)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-doubtful] :is(input, button)')?.focus()
  }, [marked])
  const door = [claim.buildingName, claim.staircaseName, claim.room].filter(Boolean).join(' ')
  const aloud = words.aloud(claim.trueName.trim(), claim.livesHere ? door : '', claim.shownName.trim())
  return (
    <form
      ref={form}
      class="compose counter"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void paper.handIn()
      }}
    >
      <Marked error={codes.counter.presence === undefined ? undefined : words.errors.presence}>
        <KindPicker
          legend={words.presence}
          choices={presences.map((value) => ({ value, label: presenceName[value] }))}
          value={counter.presence}
          onChange={(presence) => paper.setCounter({ presence })}
        />
      </Marked>
      <Section title={words.who}>
        <TrueName {...asked} />
        <DocumentKind {...asked} />
        <DocumentNumber {...asked} />
        {claim.documentKind !== 'citizenId' && <BirthOn {...asked} />}
        <Papers {...asked} />
      </Section>
      <PhonePart paper={paper} />
      <Section title={words.where}>
        <Where {...asked} />
      </Section>
      {isChild && claim.livesHere && <GuardianPart paper={paper} communityId={page.communityId} />}
      {(claim.dwellingId !== null || !claim.livesHere) && (
        <Section title={words.kind}>
          <MemberKind {...asked} legendHidden />
        </Section>
      )}
      {claim.dwellingId !== null &&
        claim.memberKind !== null &&
        memberKindRules[claim.memberKind].tenure !== 'none' && (
          <Section title={words.tenure}>
            <Tenure {...asked} legendHidden />
          </Section>
        )}
      <Section title={words.shownName} note={words.shownNameNote}>
        {canBeNamed ? (
          <ShownName key={`${claim.trueName} ${claim.buildingId}`} {...asked} />
        ) : (
          <Told code={codes.claim.name}>
            <p class="soft">{words.shownNameLater}</p>
          </Told>
        )}
      </Section>
      <PaperConsents paper={paper} />
      <PaperPhotos paper={paper} communityId={page.communityId} />
      {canBeNamed && claim.shownName.trim() !== '' && (
        <Sheet padded>
          <p class="small soft">{words.turnRound}</p>
          <p class="register__question">{aloud}</p>
          <ReadAloud wide text={aloud} />
        </Sheet>
      )}
      {paper.failure !== undefined && <PaperRefused failure={paper.failure} />}
      {marked !== '{"claim":{},"counter":{}}' && (
        <p class="soft" role="status">
          {words.lookAbove}
        </p>
      )}
      <div class="stack">
        <p class="small soft">{words.promise}</p>
        <Button look="do" size="big" type="submit" wide busy={paper.isPending}>
          {words.handIn}
        </Button>
      </div>
    </form>
  )
}
