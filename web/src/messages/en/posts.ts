import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/posts.ts'

const english: Translation<typeof chinese> = {
  title: 'Post',
  you: 'You',
  forPlace: (place) => `For ${place}`,
  outAt: (moment) => `Goes out on ${moment}`,
  pinned: 'Pinned',
  canceled: 'Called off, never published',
  trace: {
    wordsKept: 'Neighbours no longer see the words below; the committee does.',
    byAuthor: 'Removed by its author.',
    byCommittee: 'Removed by the committee.',
    reason: (reason) => `Reason: ${reason}`,
  },
  repliesTitle: 'Replies',
  count: (count) => `${count}`,
  noReplies: 'Nobody has replied yet.',
  moreReplies: 'Later ones',
  reply: 'Reply',
  replyLabel: 'Your words',
  replyHint: 'Every neighbour who sees this post sees them.',
  asWho: 'In whose name',
  send: 'Send',
  more: 'More',
  menuTitle: 'This post',
  pin: 'Pin',
  unpin: 'Unpin',
  publishNow: 'Publish now',
  cancel: 'Call it off',
  remove: 'Remove',
  removal: {
    title: 'Remove this?',
    ownText: 'Neighbours will see that something was removed here, and not what you wrote. This cannot be undone.',
    reasonLabel: 'Why',
    reasonHint: 'The author reads the reason. Say it in a plain sentence.',
    do: 'Remove',
    keep: 'Keep it',
  },
  tooManyPinned: 'A board holds three pinned posts at most. Take one down first.',
  goneTitle: 'Nothing here that you can see',
  goneText: 'It may be for another building, or there is no such post.',
  home: 'To the first page',
}

export default english
