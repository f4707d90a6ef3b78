import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/mentions.ts'

const english: Translation<typeof chinese> = {
  list: 'Whom you can name',
  found: (count: number) => (count === 0 ? 'Nobody found' : `${count} found: arrow keys to choose, Enter to take`),
  nobody: 'Nobody found. Try the surname or the building.',
  hint: 'Type @ to name a neighbour or the committee.',
  notRead: 'not read yet',
  read: 'read, not answered yet',
  answered: 'answered',
  waiting: 'Your role was named and is to answer',
  others: 'Others that wait',
}

export default english
