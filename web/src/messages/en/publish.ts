import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/publish.ts'

const english: Translation<typeof chinese> = {
  pageTitle: 'Publish',
  pageTitleOn: (board) => `Publish on “${board}”`,
  seeBoard: 'See this board',
  closedTitle: 'You do not publish here',
  closedText: 'The board is closed, or not yours to publish on. The secretary and the director decide who does.',
  toBoards: 'Other boards',
  title: 'Title',
  titleMissing: 'Give it a title, so that neighbours see at a glance what it is about.',
  titleRefused: 'The title seems to hold a phone or ID number, or invisible characters. Take them out first.',
  text: 'What to say',
  forWhom: 'For whom',
  forAll: 'Everybody in the community',
  forPart: 'A part of it',
  forStaircase: 'Which staircase',
  forBuilding: 'The whole building',
  onlyFor: (place) => `Only ${place}`,
  asWho: 'In whose name',
  when: 'When',
  now: 'Now',
  later: 'At a time',
  on: 'Which day',
  clock: 'What time',
  momentMissing: 'Choose a day and a time.',
  momentPast: 'This moment is over; choose a later one.',
  momentTooFar: 'Too far ahead; 90 days at most.',
  publish: 'Publish',
  schedule: 'Publish then',
  removed: 'Taken away',
  byAuthor: 'by its author',
  byCommittee: 'by the committee',
  scheduled: 'Going out later',
}

export default english
