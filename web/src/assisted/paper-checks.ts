import { type ConsentKind, consentKinds } from '@shequtong/domain/registrations/consents'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { codesOf, type FieldCodes, isChildIn, type Setting } from '../registrations/form/checks.ts'
import { codesOfRefusal } from '../registrations/form/claim.ts'
import type { Draft } from '../registrations/form/draft.ts'
import type { CounterDraft } from './counter-draft.ts'

/** A part of the page that only the counter asks for. */
export type CounterPart = 'presence' | 'phone' | 'phoneCode' | 'guardian' | 'open' | 'paper'
export type CounterCodes = Readonly<Partial<Record<CounterPart, string>>>

export interface PaperCodes {
  readonly claim: FieldCodes
  readonly counter: CounterCodes
}

/** What the paper asks: no text message is offered to whoever has no phone. */
export const consentsOnPaper = (counter: CounterDraft): readonly ConsentKind[] =>
  consentKinds.filter((kind) => kind !== 'smsNotice' || counter.hasPhone === true)

/** The claim as it is handed in: the Party badge is declared by its own tick. */
export const settledClaim = (claim: Draft, counter: CounterDraft): Draft => ({
  ...claim,
  party: claim.consents.partyBadge === 'agreed',
  consents: counter.hasPhone === true ? claim.consents : { ...claim.consents, smsNotice: 'refused' },
})

/** What still keeps the paper from being handed in. */
export const codesOfPaper = (claim: Draft, counter: CounterDraft, code: string, setting: Setting): PaperCodes => {
  const settled = settledClaim(claim, counter)
  const isOpen = consentsOnPaper(counter).some((kind) => claim.consents[kind] === undefined)
  const screens = ['who', 'where', 'kind', 'name', ...(isOpen ? [] : (['consents'] as const))] as const
  const found: [CounterPart, boolean][] = [
    ['presence', counter.presence === null],
    ['phone', counter.hasPhone === null || (counter.hasPhone && counter.phone.trim() === '')],
    ['phoneCode', counter.hasPhone === true && code.trim() === ''],
    ['guardian', isChildIn(settled, setting) && counter.guardian === null],
    ['open', isOpen],
    ['paper', counter.paperPhotoIds.length === 0],
  ]
  return {
    claim: Object.assign({}, ...screens.map((screen) => codesOf(screen, settled, setting))) as FieldCodes,
    counter: Object.fromEntries(found.flatMap(([part, missing]) => (missing ? [[part, 'needed']] : []))),
  }
}

const partOfCode: Readonly<Record<string, CounterPart>> = {
  'code-wrong': 'phoneCode',
  'code-spent': 'phoneCode',
  'phone-taken': 'phone',
  'other-phone-known': 'phone',
  'guardian-needed': 'guardian',
  'guardian-not-fit': 'guardian',
}

const partOfPointer = (pointer: string): CounterPart | undefined =>
  pointer.startsWith('/phone/code')
    ? 'phoneCode'
    : pointer.startsWith('/phone')
      ? 'phone'
      : pointer.startsWith('/paperPhotoIds')
        ? 'paper'
        : pointer.startsWith('/guardianMembershipId')
          ? 'guardian'
          : undefined

/** Where the server's refusal belongs; both empty when it is about nothing on the page. */
export const codesOfPaperRefusal = (failure: Failure): PaperCodes => {
  if (!(failure instanceof ProblemError)) return { claim: {}, counter: {} }
  const named = failure.errors.flatMap(({ pointer, code }) => {
    const part = partOfPointer(pointer)
    return part === undefined ? [] : [[part, code] as const]
  })
  const part = failure.code === undefined ? undefined : partOfCode[failure.code]
  if (part !== undefined && failure.code !== undefined) named.push([part, failure.code])
  // what the counter has a part of its own for is not marked on the claim as well
  return { claim: part === undefined ? codesOfRefusal(failure) : {}, counter: Object.fromEntries(named) }
}
