import type { Mode } from '../../preferences/preferences.ts'
import type { Draft } from './draft.ts'

export const groups = ['who', 'where', 'kind', 'name', 'party', 'consents'] as const
/** A screen of the standard version. */
export type Group = (typeof groups)[number]

/** Screens of the elder version: one question each, in the order in which they are asked. */
const groupOfQuestion = {
  trueName: 'who',
  documentKind: 'who',
  documentNumber: 'who',
  birthOn: 'who',
  subArea: 'where',
  building: 'where',
  staircase: 'where',
  floor: 'where',
  dwelling: 'where',
  memberKind: 'kind',
  tenure: 'kind',
  name: 'name',
  party: 'party',
  consents: 'consents',
} as const satisfies Record<string, Group>

export type Question = keyof typeof groupOfQuestion
export type Screen = Group | Question

export const stepCount = 4
const stepOfGroup: Readonly<Record<Group, 1 | 2 | 3 | 4>> = {
  who: 1,
  where: 2,
  kind: 3,
  name: 3,
  party: 3,
  consents: 4,
}

const isQuestion = (screen: string): screen is Question => screen in groupOfQuestion
const isGroup = (screen: string): screen is Group => (groups as readonly string[]).includes(screen)

export const groupOf = (screen: Screen): Group => (isGroup(screen) ? screen : groupOfQuestion[screen])
export const stepOf = (screen: Screen): 1 | 2 | 3 | 4 => stepOfGroup[groupOf(screen)]

/** What is known about the place; a question with one answer is not asked. */
export interface Place {
  readonly subAreaCount: number
  /** Registered by the guardian: a child has no Party badge to show. */
  readonly isChild?: boolean
}

const isAsked = (question: Question, draft: Draft, place: Place): boolean => {
  if (question === 'party') return place.isChild !== true
  if (question === 'birthOn') return draft.documentKind !== 'citizenId'
  if (question === 'subArea') return draft.livesHere && place.subAreaCount > 1
  if (question === 'staircase') return draft.livesHere && draft.staircaseCount !== 1
  if (groupOfQuestion[question] === 'where' && question !== 'building') return draft.livesHere
  if (question === 'tenure') return draft.dwellingId !== null && draft.memberKind !== 'employee'
  return true
}

/** The screens of this draft, in order. */
export const screensOf = (mode: Mode, draft: Draft, place: Place): readonly Screen[] =>
  mode === 'standard'
    ? groups.filter((group) => group !== 'party' || place.isChild !== true)
    : (Object.keys(groupOfQuestion) as Question[]).filter((question) => isAsked(question, draft, place))

/** The screen to show for what the address asks: itself, or its nearest relative when the version was changed on the way. */
export const screenAt = (screens: readonly Screen[], asked: string | undefined): Screen => {
  const first = screens[0] ?? 'who'
  if (asked === undefined || !(isGroup(asked) || isQuestion(asked))) return first
  if (screens.includes(asked)) return asked
  return screens.find((screen) => groupOf(screen) === groupOf(asked)) ?? first
}
