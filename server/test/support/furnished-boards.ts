import type { EndpointName } from '@shequtong/contract/api'
import type { BoardView } from '@shequtong/contract/boards'
import type { Sample } from './furnished-world.ts'
import type { TestPerson } from './test-person.ts'
import type { TestWorld } from './test-world.ts'

const words = '明天上午九点电工来换，换好告诉您。'

interface Furnishing {
  readonly world: TestWorld
  readonly director: TestPerson
  readonly asker: TestPerson
  readonly neighbour: TestPerson
  readonly communityId: number
  readonly boards: readonly Pick<BoardView, 'boardId' | 'kind'>[]
  /** Of what is not yet out. */
  readonly scheduledTitle: string
}

/** What stands on the boards of a community and on a desk, and the samples that address it. */
export const furnishBoards = async ({
  world,
  director,
  asker,
  neighbour,
  communityId,
  boards,
  scheduledTitle,
}: Furnishing) => {
  const community = { communityId }
  const boardId = boards.find(({ kind }) => kind === 'announcements')?.boardId ?? ''
  const board = { communityId, boardId }
  const announcement = await director.does('publishPost', {
    params: community,
    body: { boardId, title: '周四停水', text: '周四上午九点到下午三点停水，请前一晚存水。' },
  })
  const toCome = await director.does('publishPost', {
    params: community,
    body: {
      boardId,
      title: scheduledTitle,
      text: '下个月再说。',
      publishAt: new Date(world.clock.now().getTime() + 30 * 86_400_000).toISOString(),
    },
  })
  const post = { communityId, postId: announcement.postId }
  const body = { text: '@主任 几点恢复？', mentions: [{ words: '主任', role: 'committeeDirector' as const }] }
  const { postReplyId, mentions } = await asker.does('replyToPost', { params: post, body })
  const ownReply = await director.does('replyToPost', { params: post, body: { text: '下午三点恢复。' } })
  const below = { ...post, postReplyId: ownReply.postReplyId }
  const exchange = boards.find(({ kind }) => kind === 'exchange')?.boardId ?? ''
  const word = await neighbour.does('publishPost', {
    params: community,
    body: { boardId: exchange, text: '多出两张小凳子，谁要？' },
  })
  const neighbours = { communityId, postId: word.postId }
  const prepared = await director.does('addAnswerTemplate', {
    params: community,
    body: { text: '您好，____上门来修。' },
  })
  const template = { communityId, answerTemplateId: prepared.items[0]?.answerTemplateId ?? '' }
  const kept = await director.does('keepInboxView', { params: community, body: { name: '路灯', q: '路灯' } })
  const view = { communityId, inboxViewId: kept.items[0]?.inboxViewId ?? '' }
  const samples = {
    listBoardFeed: { params: board },
    listPinned: { params: board },
    addBoard: {
      params: community,
      body: { name: '花友角', answeringRole: null, membersPost: true, postingRoles: [], isHidden: false },
    },
    configureBoard: {
      params: board,
      body: {
        name: null,
        answeringRole: null,
        membersPost: false,
        postingRoles: ['committeeDirector'],
        isHidden: false,
      },
    },
    orderBoards: { params: community, body: { boardIds: boards.map((one) => one.boardId) } },
    publishPost: { params: community, body: { boardId, title: '垃圾房', text: words } },
    readPost: { params: post },
    listMentionable: { params: community, query: { q: '海' } },
    listWaitingMentions: { params: community },
    readMention: { params: { communityId, mentionId: mentions[0]?.mentionId ?? '' }, body: {} },
    listPostReplies: { params: post },
    replyToPost: { params: post, body: { text: words } },
    blockPostAuthor: { params: neighbours, body: {} },
    likePost: { params: neighbours, body: { isLiked: true } },
    seePost: { params: post, body: {} },
    readSeen: { params: post },
    editPost: { params: post, body: { title: '周四停水', text: words, editedAt: null } },
    listPostEdits: { params: post },
    editPostReply: { params: below, body: { text: '下午四点恢复。', editedAt: null } },
    listPostReplyEdits: { params: below },
    reportPost: { params: neighbours, body: { reason: 'untrue', words: '凳子是别人家的。' } },
    keepReported: { params: neighbours, body: {} },
    listReported: { params: community },
    removePost: { params: post, body: { reason: '发错了板块。' } },
    removePostReply: { params: { ...post, postReplyId }, body: { reason: '说了别人家的事。' } },
    pinPost: { params: post, body: { isPinned: true } },
    cancelPost: { params: { communityId, postId: toCome.postId }, body: {} },
    publishPostNow: { params: { communityId, postId: toCome.postId }, body: {} },
    addAnswerTemplate: { params: community, body: { text: '您好，____之前答复您。' } },
    changeAnswerTemplate: { params: template, body: { text: '您好，____上门来换。' } },
    removeAnswerTemplate: { params: template, body: {} },
    listInboxViews: { params: community },
    keepInboxView: { params: community, body: { name: '急的', show: 'overdue' } },
    removeInboxView: { params: view, body: {} },
  } satisfies Partial<Record<EndpointName, Sample>>
  return { samples }
}
