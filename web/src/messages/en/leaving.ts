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
  stayed: 'Good, you are still here.',
  erase: {
    title: 'Erase my information',
    intro:
      'You are no neighbour here. If registering did not work out, or you only looked, all you entered can be erased now.',
    identity: 'Name, document number, phone, WeChat',
    afterwards: 'Once erased',
    gone: 'Erased at once',
    registrations: (count) => `${count} ${count === 1 ? 'registration' : 'registrations'}`,
    registrationsGone:
      'Shown name, dwelling, questions and answers, the reason of a refusal and signed papers are erased; that there was one stays',
    waiting: (count) => `Of these, ${count} not yet checked`,
    waitingGone: 'Withdrawn; the committee no longer checks it',
    erase: 'Erase everything',
    askTitle: 'Erase everything?',
    askText: 'It is done at once and cannot be undone. To come back, scan the code at the gate and register again.',
    obstacle: {
      'membership-held': 'You are still a neighbour somewhere: leave there first.',
      'role-held': 'You still hold a role: hand it over first.',
    },
  },
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
