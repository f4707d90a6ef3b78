import { boardChangeKinds, boardKinds } from '@shequtong/domain/boards/boards'
import { communityRoles, handOverRoles, roles } from '@shequtong/domain/roles/roles'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, InstantText, PageQuery, pageOf, publishedText, Uuid } from './values.ts'

const inCommunity = '/communities/:communityId/boards' as const
export const BoardParams = CommunityParams.extend({ boardId: Uuid })

export const BoardView = z.object({
  boardId: Uuid,
  kind: z.enum(boardKinds),
  /** null: the name of its kind. */
  name: z.string().nullable(),
  answeringRole: z.enum(handOverRoles).nullable(),
  /** Who gets what is asked here now: the answering role, or the committee's director where nobody holds it; by their shown names. */
  answeredBy: z.object({ role: z.enum(handOverRoles), shownNames: z.array(z.string()) }).nullable(),
  membersPost: z.boolean(),
  postingRoles: z.array(z.enum(communityRoles)),
  isHidden: z.boolean(),
  /** What the reader's own words become here; null: they do not speak here. */
  takes: z.enum(['serviceRequest', 'post']).nullable(),
})
export type BoardView = z.infer<typeof BoardView>

const Boards = z.object({ boards: z.array(BoardView), mayConfigure: z.boolean() })

const read = ['unauthenticated', 'not-found', 'invalid-input'] as const
const written = [...read, 'not-permitted', 'idempotency-key-missing', 'idempotency-conflict'] as const

export const listBoards = endpoint({
  method: 'GET',
  path: inCommunity,
  summary: 'The boards of the community in their order; hidden ones for whoever may configure them',
  permission: 'community.view',
  params: CommunityParams,
  reply: Boards,
  problems: read,
})

const Settings = {
  name: publishedText(1, 40).nullable(),
  answeringRole: z.enum(handOverRoles).nullable(),
  membersPost: z.boolean(),
  postingRoles: z.array(z.enum(communityRoles)).max(communityRoles.length),
  isHidden: z.boolean(),
}

export const addBoard = endpoint({
  method: 'POST',
  path: inCommunity,
  summary: 'Add a board of the own beside the default set',
  permission: 'board.configure',
  params: CommunityParams,
  body: z.strictObject(Settings),
  reply: Boards,
  problems: [...written, 'rule-refused'],
})

export const configureBoard = endpoint({
  method: 'PUT',
  path: `${inCommunity}/:boardId`,
  summary:
    'Rename a board, say who posts and who answers there, hide or show it; what is asked already keeps its clock',
  permission: 'board.configure',
  params: BoardParams,
  body: z.strictObject(Settings),
  reply: Boards,
  problems: [...written, 'rule-refused'],
})

export const orderBoards = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/board-order',
  summary: 'Put the boards in another order; every one is named once',
  permission: 'board.configure',
  params: CommunityParams,
  body: z.strictObject({ boardIds: z.array(Uuid).min(1).max(40) }),
  reply: Boards,
  problems: [...written, 'rule-refused'],
})

export const BoardChangeView = z.object({
  boardChangeId: Uuid,
  /** null: the order of all. */
  boardId: Uuid.nullable(),
  boardKind: z.enum(boardKinds).nullable(),
  /** What the board is called now, where it has a name of its own. */
  boardName: z.string().nullable(),
  change: z.enum(boardChangeKinds),
  before: z.string().nullable(),
  after: z.string().nullable(),
  by: z.object({ shownName: z.string(), role: z.enum(roles) }),
  at: InstantText,
})
export type BoardChangeView = z.infer<typeof BoardChangeView>

export const listBoardChanges = endpoint({
  method: 'GET',
  path: '/communities/:communityId/board-changes',
  summary: 'Who changed what on the boards, newest first',
  permission: 'board.configure',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(BoardChangeView),
  problems: [...read, 'not-permitted'],
})
