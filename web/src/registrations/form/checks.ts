import { ageOn, guardianBelowAgeYears } from '@shequtong/domain/identity/age'
import { checkCitizenIdNumber, type IdNumberPart } from '@shequtong/domain/identity/citizen-id-number'
import { checkShownName } from '@shequtong/domain/identity/shown-name'
import { checkTravelDocument } from '@shequtong/domain/identity/travel-document'
import { type ConsentKind, consentRules } from '@shequtong/domain/registrations/consents'
import { checkMemberClaim } from '@shequtong/domain/registrations/member-kinds'
import type { CommunityKind } from '@shequtong/domain/territory/territory'
import type { DateOn } from '@shequtong/domain/time'
import type { Mark } from '../../ui/form/marks.ts'
import type { Draft } from './draft.ts'
import type { Question, Screen } from './screens.ts'

export interface Setting {
  readonly communityKind: CommunityKind
  readonly todayOn: DateOn
  /** Whose papers these must be: one's own, or those of a child whose guardian registers it; absent: not asked. */
  readonly whose?: 'own' | 'child'
}

/** Codes of the domain, and a few of the form's own; words for them in the message file. */
export type FieldCodes = Readonly<Partial<Record<Question, string>>>

/** The consents asked of this person, in the order of asking. */
export const consentsAsked = (draft: Draft): readonly ConsentKind[] => [
  'service',
  'sensitiveIdentity',
  'rollComparison',
  ...(draft.party === true ? (['partyBadge'] as const) : []),
  'smsNotice',
]

export const unansweredConsents = (draft: Draft): readonly ConsentKind[] =>
  consentsAsked(draft).filter((kind) => draft.consents[kind] === undefined)

export const blockedConsents = (draft: Draft): readonly ConsentKind[] =>
  consentsAsked(draft).filter((kind) => consentRules[kind].required && draft.consents[kind] === 'refused')

/** Under 14 only in a guardian's hand, from 14 on only in one's own. */
const ageCode = (birthOn: DateOn, { todayOn, whose }: Setting): string | undefined => {
  if (whose === undefined) return undefined
  const isChild = ageOn(birthOn, todayOn) < guardianBelowAgeYears
  if (isChild === (whose === 'child')) return undefined
  return isChild ? 'guardian-needed' : 'guardian-not-needed'
}

/** When they were born, as far as the form tells by now. */
const birthOnIn = ({ documentKind, documentNumber, birthOn }: Draft, todayOn: DateOn): DateOn | undefined => {
  if (documentKind !== 'citizenId') return birthOn === '' ? undefined : (birthOn as DateOn)
  const checked = checkCitizenIdNumber(documentNumber, todayOn)
  return checked.ok ? checked.value.birthOn : undefined
}

/** Whether the form is about a child under 14: opened for one, or the document says so. */
export const isChildIn = (draft: Draft, { todayOn, whose }: Omit<Setting, 'communityKind'>): boolean => {
  if (whose !== undefined) return whose === 'child'
  const birthOn = birthOnIn(draft, todayOn)
  return birthOn !== undefined && ageOn(birthOn, todayOn) < guardianBelowAgeYears
}

const documentCode = (draft: Draft, setting: Setting): string | undefined => {
  if (draft.documentNumber.trim() === '') return 'number-needed'
  const { documentKind: kind, documentNumber: number } = draft
  if (kind !== 'citizenId') {
    const checked = checkTravelDocument(kind, number)
    return checked.ok ? undefined : checked.violation.code
  }
  const checked = checkCitizenIdNumber(number, setting.todayOn)
  return checked.ok ? ageCode(checked.value.birthOn, setting) : checked.violation.code
}

const claimCode = (draft: Draft, setting: Setting, about: 'memberKind' | 'tenure'): string | undefined => {
  if (draft.memberKind === null) return about === 'memberKind' ? 'member-kind-needed' : undefined
  const { memberKind, tenure } = draft
  const checked = checkMemberClaim({
    memberKind,
    communityKind: setting.communityKind,
    hasDwelling: draft.dwellingId !== null,
    tenure,
    isChild: isChildIn(draft, setting),
  })
  if (checked.ok) return undefined
  return checked.violation.code.startsWith('tenure') === (about === 'tenure') ? checked.violation.code : undefined
}

const codeOf: Readonly<Record<Question, (draft: Draft, setting: Setting) => string | undefined>> = {
  trueName: ({ trueName }) => ([...trueName.trim()].length < 2 ? 'name-needed' : undefined),
  documentKind: () => undefined,
  documentNumber: documentCode,
  birthOn: ({ documentKind, birthOn }, setting) => {
    if (documentKind === 'citizenId') return undefined
    if (birthOn === '') return 'birth-date-needed'
    return birthOn > setting.todayOn ? 'birth-date-in-future' : ageCode(birthOn as DateOn, setting)
  },
  subArea: ({ livesHere, subArea }) => (livesHere && subArea === null ? 'dwelling-needed' : undefined),
  building: ({ livesHere, buildingId }) => (livesHere && buildingId === null ? 'dwelling-needed' : undefined),
  staircase: ({ livesHere, staircaseId }) => (livesHere && staircaseId === null ? 'dwelling-needed' : undefined),
  floor: ({ livesHere, floor }) => (livesHere && floor === null ? 'dwelling-needed' : undefined),
  dwelling: ({ livesHere, dwellingId }) => (livesHere && dwellingId === null ? 'dwelling-needed' : undefined),
  memberKind: (draft, setting) => claimCode(draft, setting, 'memberKind'),
  tenure: (draft, setting) => claimCode(draft, setting, 'tenure'),
  name: ({ shownName, trueName, buildingName }) => {
    if (shownName.trim() === '') return 'shown-name-needed'
    const checked = checkShownName(shownName, trueName, buildingName === '' ? undefined : buildingName)
    return checked.ok ? undefined : checked.violation.code
  },
  party: ({ party }) => (party === null ? 'member-kind-needed' : undefined),
  consents: (draft) =>
    unansweredConsents(draft).length + blockedConsents(draft).length > 0 ? 'consent-needed' : undefined,
}

const questionsOf = (screen: Screen): readonly Question[] => {
  if (screen === 'who') return ['trueName', 'documentNumber', 'birthOn']
  if (screen === 'where') return ['dwelling']
  if (screen === 'kind') return ['memberKind', 'tenure']
  return [screen]
}

/** What still keeps this screen from being left. */
export const codesOf = (screen: Screen, draft: Draft, setting: Setting): FieldCodes => {
  const found = questionsOf(screen).map((question) => [question, codeOf[question](draft, setting)] as const)
  return Object.fromEntries(found.filter(([, code]) => code !== undefined))
}

const bounds: Readonly<Record<IdNumberPart, readonly [number, number]>> = {
  region: [0, 6],
  birth: [6, 14],
  'last-four': [14, 18],
}

/** The doubtful part of an ID number as it was typed: spaces do not count as characters. */
export const doubtfulPart = (typed: string, todayOn: DateOn): readonly Mark[] => {
  const checked = checkCitizenIdNumber(typed, todayOn)
  if (checked.ok || checked.violation.part === undefined) return []
  const [from, to] = bounds[checked.violation.part]
  const places = [...typed].flatMap((character, index) => (/\s/.test(character) ? [] : [index]))
  const start = places[from]
  const last = places[Math.min(to, places.length) - 1]
  return start === undefined || last === undefined ? [] : [{ start, end: last + 1 }]
}
