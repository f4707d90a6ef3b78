import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/officers-inbox.ts'

const english: Translation<typeof chinese> = {
  title: 'Reported to us',
  nav: 'Reported',
  command: 'Command center',
  me: 'Me',
  shows: { all: 'All', waiting: 'To answer', overdue: 'Overdue', answered: 'Result due' },
  showsLabel: 'Which part',
  emptyTitle: 'Nothing waits for you',
  emptyText: 'What committees report to you stands here, the most urgent first.',
  partEmpty: 'Nothing in this part.',
  choose: 'Choose one',
  chooseText: 'The topmost on the left is the most urgent.',
  notHereTitle: 'This is for the subdistrict or the district',
  notHereText: 'Change to that role, or go back to “Me”.',
}

export default english
