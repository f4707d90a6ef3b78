import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/feed.ts'

const english: Translation<typeof chinese> = {
  more: 'Earlier ones',
  end: 'That is all.',
  newUntilHere: (count) => `${count} new since your last visit, above`,
}

export default english
