import { ok, type Result, refused } from '../result.ts'
import type { Hat } from '../roles/hats.ts'
import { type CommunityRole, committeeRoles, type HandOverRole } from '../roles/roles.ts'
import type { CommunityKind } from '../territory/territory.ts'

/** What a board is for. The name of each stands in the message files; a committee may give it another. `own`: one it added. */
export const boardKinds = [
  'announcements',
  'party',
  'deliberation',
  'villageAffairs',
  'property',
  'ownersCommittee',
  'police',
  'familyDoctor',
  'legal',
  'guide',
  'homeVoices',
  'exchange',
  'own',
] as const
export type BoardKind = (typeof boardKinds)[number]

/** A board (板块) of a community: who may speak there and who must answer is data. */
export interface Board {
  readonly kind: BoardKind
  /** null: the name of its kind. */
  readonly name: string | null
  /** Who must answer there: a member's words start that role's clock. null: a member's words are a post without a clock. */
  readonly answeringRole: HandOverRole | null
  readonly membersPost: boolean
  /** Roles whose words stand there as posts. */
  readonly postingRoles: readonly CommunityRole[]
  /** Out of sight for everybody but who configures the boards; nothing new is said there. */
  readonly isHidden: boolean
}

/** What fits on one cell of the home page in two lines. Our default. */
export const boardNameMaxCodePoints = 12

/** Boards that one committee may add to the default set: more would be a menu and not a notice board. Our default. */
export const maxOwnBoards = 12

const committee = committeeRoles as readonly CommunityRole[]

const answeredBy = (
  kind: BoardKind,
  answeringRole: HandOverRole,
  ...alsoPosting: readonly CommunityRole[]
): Omit<Board, 'isHidden'> => ({
  kind,
  name: null,
  answeringRole,
  membersPost: true,
  postingRoles: [...committee, ...alsoPosting],
})

const published = (kind: BoardKind): Omit<Board, 'isHidden'> => ({
  kind,
  name: null,
  answeringRole: null,
  membersPost: false,
  postingRoles: committee,
})

const amongNeighbours = (kind: BoardKind): Omit<Board, 'isHidden'> => ({
  kind,
  name: null,
  answeringRole: null,
  membersPost: true,
  postingRoles: [...committee, 'buildingLead'],
})

/** In villages alone. */
const ofVillages: readonly BoardKind[] = ['villageAffairs', 'homeVoices']

/** Villages rarely have a property manager or an owners' committee: these boards are there, and shown when the committee says so. */
const hiddenInVillages: readonly BoardKind[] = ['property', 'ownersCommittee']

const everyDefault: readonly Omit<Board, 'isHidden'>[] = [
  published('announcements'),
  published('party'),
  published('villageAffairs'),
  answeredBy('deliberation', 'committeeDirector'),
  answeredBy('property', 'propertyManager', 'propertyManager'),
  answeredBy('ownersCommittee', 'ownersCommittee', 'ownersCommittee'),
  answeredBy('police', 'policeOfficer', 'policeOfficer'),
  answeredBy('familyDoctor', 'familyDoctor', 'familyDoctor'),
  answeredBy('legal', 'committeeDirector'),
  published('guide'),
  amongNeighbours('homeVoices'),
  amongNeighbours('exchange'),
]

/** The boards with which a community begins, in their order on the home page. */
export const defaultBoards = (kind: CommunityKind): readonly Board[] =>
  everyDefault
    .filter((board) => kind === 'village' || !ofVillages.includes(board.kind))
    .map((board) => ({ ...board, isHidden: kind === 'village' && hiddenInVillages.includes(board.kind) }))

type Taking = Pick<Board, 'answeringRole' | 'membersPost' | 'postingRoles' | 'isHidden'>

/**
 * What the words of somebody in `hat` become on this board: a service request with its clock, a post without one, or nothing (null)
 * where they may not speak. A member who is not active says nothing.
 */
export const whatBoardTakes = (hat: Hat, board: Taking): 'serviceRequest' | 'post' | null => {
  if (board.isHidden) return null
  if (hat.type === 'role') return (board.postingRoles as readonly string[]).includes(hat.role) ? 'post' : null
  if (hat.state !== 'active' || !board.membersPost) return null
  return board.answeringRole === null ? 'post' : 'serviceRequest'
}

/** The first responsible role of what is asked on a board; where nobody holds the answering role, the committee's director (首接负责). */
export const firstResponsible = (answeringRole: HandOverRole, isHeld: boolean): HandOverRole =>
  isHeld ? answeringRole : 'committeeDirector'

export type BoardViolation =
  | { readonly code: 'board-name-missing' }
  | { readonly code: 'board-name-too-long'; readonly atMost: number }
  | { readonly code: 'nobody-posts' }
  | { readonly code: 'answers-without-askers' }
  | { readonly code: 'too-many-boards'; readonly atMost: number }
  | { readonly code: 'order-incomplete' }

/**
 * Whether a board may be as configured: one of the committee's own has a name, somebody may speak on it, and a role that answers
 * has members who ask.
 */
export const checkBoard = (board: Board): Result<Board, BoardViolation> => {
  if (board.kind === 'own' && board.name === null) return refused({ code: 'board-name-missing' })
  if ([...(board.name ?? '')].length > boardNameMaxCodePoints)
    return refused({ code: 'board-name-too-long', atMost: boardNameMaxCodePoints })
  if (!board.membersPost && board.answeringRole !== null) return refused({ code: 'answers-without-askers' })
  if (!board.membersPost && board.postingRoles.length === 0) return refused({ code: 'nobody-posts' })
  return ok(board)
}

/** A board of the committee's own, beside `ownCount` that there are; refuses from `maxOwnBoards` on. */
export const addOwnBoard = (input: Omit<Board, 'kind'>, ownCount: number): Result<Board, BoardViolation> =>
  ownCount >= maxOwnBoards
    ? refused({ code: 'too-many-boards', atMost: maxOwnBoards })
    : checkBoard({ ...input, kind: 'own' })

/** An order names every board once; anything else is refused, so that two who sort at once lose nothing. */
export const checkOrder = (
  known: readonly string[],
  given: readonly string[],
): Result<readonly string[], BoardViolation> =>
  given.length === known.length && new Set(given).size === given.length && given.every((id) => known.includes(id))
    ? ok(given)
    : refused({ code: 'order-incomplete' })

/** What the log says of a change. */
export const boardChangeKinds = ['added', 'renamed', 'answering', 'posting', 'hidden', 'shown', 'ordered'] as const
export type BoardChangeKind = (typeof boardChangeKinds)[number]

const sameRoles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role))

/** Which lines the log gets for a change from `before` to `after`; none where nothing changed. */
export const changesOf = (before: Board, after: Board): BoardChangeKind[] => [
  ...(before.name === after.name ? [] : (['renamed'] as const)),
  ...(before.answeringRole === after.answeringRole ? [] : (['answering'] as const)),
  ...(before.membersPost === after.membersPost && sameRoles(before.postingRoles, after.postingRoles)
    ? []
    : (['posting'] as const)),
  ...(before.isHidden === after.isHidden ? [] : ([after.isHidden ? 'hidden' : 'shown'] as const)),
]
