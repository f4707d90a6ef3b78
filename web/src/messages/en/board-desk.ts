import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/board-desk.ts'

const english: Translation<typeof chinese> = {
  title: 'Boards',
  note: 'The cells of the first page',
  intro:
    'Residents see them in this order. Who speaks and who answers counts from the moment it is saved; what was asked keeps its clock.',
  add: 'Add a board',
  answers: (who) => `Residents speak; ${who} answers within 24 hours`,
  amongNeighbours: 'Residents speak; no clock',
  published: 'Published only; residents ask below',
  hidden: 'Closed',
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  change: 'Change',
  write: 'Publish',
  look: 'Look',
  introPublish: 'Publish where you may. Who speaks and who answers is for the secretary and the director to say.',
  form: {
    addTitle: 'Add a board',
    changeTitle: (name) => `Change “${name}”`,
    name: 'Name',
    nameHint: (atMost) => `Up to ${atMost} characters, plain at a glance.`,
    nameHintKind: (usual) => `Left empty it is called “${usual}”.`,
    nameMissing: 'A board of your own needs a name.',
    nameRefused: 'The name has invisible characters or is too long. Change it and save again.',
    membersPost: 'Residents speak here',
    membersPostNote: 'Unticked, only those ticked below publish, and residents ask underneath.',
    answering: 'Who must answer',
    answeringNote: 'The clock starts when a resident speaks; an answer is due within 24 hours.',
    noAnswer: 'Nobody has to',
    noAnswerNote: 'A word among neighbours; no clock.',
    posting: 'Who publishes here',
    hidden: 'Close it',
    hiddenNote:
      'Residents no longer see the cell and cannot speak there. What was said stays; open it again at any time.',
    leave: 'Not now',
    save: 'Save',
    codes: {
      'nobody-posts': 'With neither residents nor anybody to publish the board is of no use. Tick at least one.',
      'board-name-missing': 'A board of your own needs a name.',
      'board-name-too-long': 'The name is too long for its cell on the first page.',
      'answers-without-askers': 'Where somebody answers, residents must be able to speak.',
      'too-many-boards': 'There are enough boards of your own. Close one that is not used.',
    },
  },
  log: {
    title: 'Who changed what',
    members: 'residents',
    nobody: 'nobody',
    comma: ', ',
    usualName: 'the usual name',
    fromTo: (before, after) => `${before} → ${after}`,
    about: (board, what) => `${board}: ${what}`,
    what: {
      added: 'added',
      renamed: 'renamed',
      answering: 'who answers',
      posting: 'who speaks',
      hidden: 'closed',
      shown: 'opened again',
      ordered: 'The order was changed',
    },
    more: 'Earlier ones',
  },
}

export default english
