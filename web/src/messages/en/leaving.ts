import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/leaving.ts'

const english: Translation<typeof chinese> = {
  title: (place) => `Leave ${place}`,
  intro: (days) => `You moved, or do not want to use it: you may leave. For ${days} days you can think better of it.`,
  yours: 'Yours',
  afterwards: 'After you left',
  identity: 'Name, ID number, phone, room',
  identityGone: (days) => `All deleted after ${days} days`,
  identityKept: 'The room is deleted; name and phone stay where you are still a member',
  words: 'What you said',
  wordsStay: 'Stays, signed “a neighbour who moved”',
  photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
  photosGone: 'Deleted; in what is still open, when it is done',
  open: (count) => (count === 1 ? '1 request not finished' : `${count} requests not finished`),
  openStays: 'The committee goes on; the result goes to your phone, then the number is deleted',
  rolesHeld: (names) => `You are still ${names}. Please hand over before you leave.`,
  and: ', ',
  leave: (place) => `Leave ${place}`,
  askTitle: (place) => `Leave ${place}?`,
  askText: (moment) =>
    `Until ${moment} you can think better of it and use everything. What is deleted then does not come back.`,
  keep: 'Think again',
  leavingTitle: (moment) => `You leave ${moment}`,
  leavingText: 'Until then nothing changes. If you change your mind, press below.',
  stay: 'I stay',
  endsTitle: (moment) => `The committee says that you move ${moment}`,
  suspendedTitle: 'At the moment you can read and not write',
  suspendedUntil: (day) => `Until ${day}; then it ends by itself.`,
  reason: (text) => `The committee’s reason: ${text}`,
  askCommittee: 'If this is not right, please tell the committee.',
  noneTitle: 'You have not joined a community',
  noneText: 'There is nothing to leave.',
  stayed: 'Good, you are still here.',
  blocks: {
    title: 'Neighbours I do not read',
    intro: 'What they say is not shown to you. Nobody tells them.',
    emptyTitle: 'Nobody',
    emptyText: 'Where words trouble you, you can choose below them not to read their author.',
    since: (moment) => `since ${moment}`,
    again: 'Read again',
    againOf: (name) => `Read again: ${name}`,
    failed: 'Not changed; try again.',
  },
}

export default english
