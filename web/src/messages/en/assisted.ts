import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/assisted.ts'

const english: Translation<typeof chinese> = {
  receipt: 'Receipt · registration filed for you',
  done: (name) => `${name}, your registration is handed in.`,
  shownName: 'Shown as',
  at: 'When',
  by: 'Filed by',
  presence: {
    present: (name) => `${name}, you were there`,
    atHome: (name) => `${name}, at your home`,
    byPhone: (name) => `${name}, on the telephone`,
  },
  agreed: 'Agreed',
  notAgreed: 'Not agreed',
  consent: {
    service: 'use of the service',
    sensitiveIdentity: 'check of identity',
    rollComparison: 'comparison with the roll',
    partyBadge: 'Party badge',
    smsNotice: 'text messages',
  },
  paper: 'Paper',
  paperKept: (count) => (count === 1 ? '1 sheet, signed, kept' : `${count} sheets, signed, kept`),
  askWith: 'Ask how it stands with this number',
  scan: 'Your family may scan it and look for you',
  wrong: 'Something wrong? Come to the committee.',
  looked: 'Who looked at your information: ask, and you are told.',
  print: 'Print the receipt',
  stands: {
    title: 'Receipt',
    note: 'Whoever holds the paper can see this; it shows no name',
    kind: { registration: 'Registration', serviceRequest: 'Request' },
    where: 'Where',
    since: 'Handed in',
    now: 'Now',
    state: {
      submitted: 'waits for the committee',
      askedBack: 'the committee has a question',
      approved: 'approved',
      refused: 'refused; please ask the committee',
      withdrawn: 'taken back',
      read: 'heard',
      answered: 'answered',
      resolved: 'said to be solved; their word is awaited',
      confirmed: 'solved, they confirmed',
      unconfirmed: 'ended without their word',
      reopened: 'not solved, work goes on',
    },
    lostTitle: 'There is no such receipt',
    lostText: 'Look at the number again, or ask the committee.',
  },
}

export default english
