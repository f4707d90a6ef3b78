import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/offices.ts'

const english: Translation<typeof chinese> = {
  title: 'Reach the committee',
  call: (phone) => `Call the committee: ${phone}`,
  door: 'In person',
  none: 'The committee has not put up its telephone yet',
  noneNote: 'You can go to its office',
  page: {
    title: 'Contact',
    note: 'Which number residents call, and where they find you',
    intro:
      'What stands here is read by whoever scans the code at the gate, without registering. Whoever was refused or cannot sign in finds you by it.',
    phone: 'Office telephone',
    phoneHint: 'With area code, such as 021-5610××××. Everybody reads it: no private mobile.',
    address: 'Address',
    addressHint: 'Such as: 100 Songbao Road, beside the main gate',
    hours: 'When somebody is there',
    hoursHint: 'Such as: every day 8:30–17:00, also at noon',
    save: 'Put it up',
    saved: 'Put up. Residents see it from now on.',
    preview: 'What residents see',
    errors: {
      'office-phone-malformed': 'Nobody could call this number. Write a landline with its area code, or a 400 number.',
      'too-long': 'Too long: 80 characters at most.',
      'personal-data': 'This looks like an ID number or a private mobile. Everybody reads it, please take it out.',
      other: 'Something is not right here; please look again.',
    },
  },
}

export default english
