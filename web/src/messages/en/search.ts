import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/search.ts'

const english: Translation<typeof chinese> = {
  title: 'Find what was said',
  open: 'Find what was said',
  field: 'Words to find',
  placeholder: 'Two characters of Chinese will do',
  go: 'Find',
  recent: 'Looked for lately',
  forget: 'Forget these',
  startTitle: 'Everything that was said can be found',
  startText: 'Write a place or a thing. Several words stand apart by spaces.',
  tooShort: 'One more character, please.',
  noneTitle: (words: string) => `Nothing was found for “${words}”`,
  noneText: 'Try other words, or fewer of them.',
  said: 'What was said',
  more: 'Show more',
  noMore: 'Nothing earlier',
  inThread: (who: string) => `${who} said`,
  somebody: 'Somebody said',
  onBoard: 'On a board',
  forPlace: (place: string) => `For ${place}`,
}

export default english
