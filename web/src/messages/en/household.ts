import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/household.ts'

const english: Translation<typeof chinese> = {
  title: 'My household',
  intro:
    'Who is registered in the same dwelling. You may let them speak for you: it is signed with your name, and beside it stands who filed it.',
  none: 'You are the only one registered in this dwelling',
  noneText: 'When your family scan the code and register in the same dwelling, they stand here.',
  child: 'Register my child (under 14)',
  childText: 'A child under 14 is registered by you: scan the code at the gate and choose “Register my child”.',
  noHomeTitle: 'You are not registered in a dwelling',
  noHomeText: 'Without a dwelling there is no household here. To change that, tell the committee.',
  otherHat: 'Your household is seen as a resident.',
  tenure: { propertyOwner: 'owner', coOwner: 'co-owner', tenant: 'tenant', family: 'family' },
  mayActForMe: 'may speak for you',
  iMayActFor: 'you may speak for them',
  both: 'you may speak for each other',
  neither: 'each for themselves',
  allow: 'Let them speak for me',
  allowOf: (name) => `Let them speak for me: ${name}`,
  stop: 'No longer',
  stopOf: (name) => `No longer: ${name}`,
  speak: 'Speak for them',
  speakOf: (name) => `Speak for them: ${name}`,
  allowTitle: (name) => `Let ${name} speak for you?`,
  allowText: (name) =>
    `What ${name} files is signed with your name, with ${name} beside it; they may confirm results for you. Take it back any time; what was filed stays yours. They see neither your ID number nor your phone.`,
  allowConfirm: 'Agree',
  stopTitle: (name) => `No longer let ${name} speak for you?`,
  stopText: 'It ends at once. What was filed for you stays yours and goes on.',
  stopConfirm: 'Take it back',
  cancel: 'Think again',
  allowed: (name) => `${name} may speak for you now.`,
  stopped: (name) => `${name} no longer speaks for you.`,
  failed: 'Not done; try again.',
  speakPage: {
    title: (name) => `Speak for ${name}`,
    note: (name) => `It is ${name}’s; beside it stands that you filed it.`,
    send: (name) => `Send in ${name}’s name`,
    done: (name) => `Filed for ${name}`,
    by: (moment) => `Somebody answers by ${moment}. They are told the result.`,
    code: 'The number to ask with',
    codeNote: 'Write it down for them: they can ask the committee without a phone.',
    see: 'See it',
    home: 'Back to my household',
    notAllowedTitle: 'You may not speak for them yet',
    notAllowedText: 'They have to agree first: under “My household” of their own, or at the committee’s desk.',
  },
}

export default english
