import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/seen.ts'

const english: Translation<typeof chinese> = {
  open: 'How many opened it',
  title: 'How many opened it',
  total: (seen, members) => `${seen} of ${members} neighbours opened it`,
  meaning:
    'Whoever opened this one counts; a glance at the first page does not. Only heads are counted, by building: nobody can look up who.',
  tooFew: 'This is for very few neighbours: heads are not counted, so that nobody can be guessed.',
  place: 'Building',
  others: 'The others',
  othersNote: 'buildings with fewer than 5 neighbours, counted together',
  seen: 'Opened',
  members: 'Neighbours',
  of: (seen, members) => `${seen} / ${members}`,
}

export default english
