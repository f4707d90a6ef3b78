import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/home.ts'

const english: Translation<typeof chinese> = {
  youAre: (name) => `You are ${name}`,
  news: (count) => (count === 1 ? '1 new notice' : `${count} new notices`),
  waitingTitle: 'Waiting for you',
  waitingCount: (count) => `${count}`,
  waitingElder: (name, count) => `${name}, ${count === 1 ? 'one thing waits' : `${count} things wait`} for you`,
  nothingElder: (name) => `Hello, ${name}`,
  resolvedBy: (who) => `${who} says it is solved`,
  askedBy: (who) => `${who} has a question for you`,
  someone: 'The committee',
  confirm: 'Confirm',
  answer: 'Answer',
  feedTitle: 'In the neighbourhood',
  emptyTitle: 'Nobody has spoken yet',
  emptyText: 'If you see something that needs doing, be the first. The committee answers within 24 hours.',
  say: 'Say something',
  mine: 'What I said',
  notifications: 'My notices',
  speak: 'Tell the committee',
}

export default english
