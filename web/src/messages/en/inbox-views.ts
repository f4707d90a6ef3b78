import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/inbox-views.ts'

const english: Translation<typeof chinese> = {
  keep: 'Keep this view',
  title: 'Keep this view',
  label: 'Its name',
  hint: 'It then stands in the row of “All”, on your phone and your computer. Only you in this role see it.',
  save: 'Keep',
  leave: 'Not now',
  remove: 'No longer keep',
  notNamed: 'Give it a name of up to 10 characters.',
  tooMany: 'Eight is the most. Remove one first.',
}

export default english
