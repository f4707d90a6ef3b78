import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/demo.ts'

const english: Translation<typeof chinese> = {
  name: 'Shequtong',
  promise:
    'Neighbours of one compound, under their real names and building numbers, speak up, vote and help each other here. Every word gets an answer, every matter a result.',
  start: (name) => `Start with the phone of ${name}`,
  invented: 'This is a demo: people and events are invented. Press anything.',
  who: 'Who would you like to be?',
  one: 'One press and you are in',
  neighbours: 'People who live here',
  newcomers: 'People who have not joined yet',
  duty: 'People who must answer',
  above: 'Subdistrict and district',
  resident: 'Resident',
  elder: 'Large type',
  newcomer: 'Not joined',
  shapes: 'Circles are neighbours, squares are people who must answer.',
  phoneTitle: 'Try it on a phone',
  phoneText:
    'Scan it with a phone camera: this is the code on the gate. Be the secretary on the computer and a resident on the phone; the two can talk.',
  phoneLabel: 'The code on the gate',
  phoneOther: (address) => `Or open ${address} on the phone`,
  openHere: 'Open the code of the gate here',
  switchLanguage: '中文',
  failed: 'That did not open',
  signOut: 'Sign out',
  noDemo: 'This is no demo',
  noDemoText: 'This Shequtong is in real use. Please sign in with your own phone number.',
  toSignIn: 'Sign in',
  smsTitle: 'Demo: messages on this phone',
  smsCode: (code) => `Your code is ${code}, good for 5 minutes.`,
  fillIn: 'Fill in',
  phonesTitle: 'Demo: borrow a phone',
  papersTitle: 'Demo: the papers in the pocket',
  papersUse: (name) => `Fill in the papers of ${name}`,
  papersText: (number, dwelling) => `ID ${number}, lives at ${dwelling}`,
  phoneOf: (name) => `Fill in the phone of ${name}`,
}

export default english
