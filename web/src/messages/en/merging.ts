import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/merging.ts'

const english: Translation<typeof chinese> = {
  same: (count) => `${count} neighbours say the same`,
  sameNote: 'Their own words are all there to open. Each of them gets the answer and the result.',
  became: 'A neighbour said the same, and the two go on together:',
  sharedResult: 'This had its result together with what a neighbour said:',
  ownKept: 'Your words and your time are kept. What is answered there, you read here, too.',
  split: 'Split off',
  splitOf: (name) => `Split off what ${name} said`,
  apart: 'Somebody just changed this; the page is up to date again.',
  form: {
    choose: 'Which of these say the same?',
    seemsSame: 'Seems the same',
    others: (count) => `Look at ${count} more`,
    none: 'Nothing else is open just now.',
    soonest: 'Due first',
    after: 'Once they are one',
    clock: 'Clock',
    clockRuns: (deadline) => `The most urgent counts: an answer is due before ${deadline}`,
    clockStopped: 'All of it was answered: no clock runs',
    keeps: 'Kept',
    keepsAll: (count) => `The words, photos and me-toos of all ${count}`,
    tells: 'Told',
    tellsAll: (count) => `All ${count} are told, and get the answer and the result`,
    undo: 'Undo',
    undoAny: 'Split them at any time before the result; each has its own time still',
    pick: 'Choose what says the same first.',
    button: (count) => `Make ${count} into one`,
    unanswered:
      'This one was answered, and what you chose still waits: inside it nobody would see that. Merge the other way round, or answer that one first.',
    moved: 'One of them changed just now. Please choose again.',
  },
}

export default english
