import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/answer-templates.ts'

const english: Translation<typeof chinese> = {
  open: 'Prepared words',
  title: 'Prepared words',
  note: 'Press one to put it into the answer, and fill in its blanks. Sent as it is, it is no answer.',
  none: 'None yet. Keep what you often say, with blanks where something has to be filled in.',
  add: 'Keep a new one',
  change: 'Change',
  remove: 'Remove',
  label: 'The words',
  hint: 'Leave blanks with ____: who comes, and when.',
  insertBlank: 'Add a blank',
  save: 'Keep',
  leave: 'Not now',
  noBlank: 'Leave at least one blank ____. Every matter is different: filled in, it is an answer.',
  tooMany: 'Thirty at most. Remove one that is not used.',
  blankLeft: 'A blank is left. Say who does it and when; sent like this, the clock goes on.',
}

export default english
