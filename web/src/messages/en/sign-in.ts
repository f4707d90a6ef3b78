import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/sign-in.ts'

const english: Translation<typeof chinese> = {
  title: 'Sign in by phone',
  intro: 'Type your number, get a code by SMS, and you are in. No password to remember.',
  introRegister: 'First we check your phone; the committee’s answer comes there too. Then you go on registering.',
  elderPhone: 'What is your phone number?',
  elderCode: 'What are the 6 digits in the message?',
  phone: 'Phone number',
  code: 'Code',
  codeHint: (phone) => `Sent to ${phone}: 6 digits, good for 5 minutes.`,
  getCode: 'Send me a code',
  again: 'Send it again',
  againIn: (seconds) => `Again in ${seconds} s`,
  changePhone: 'Another number',
  enter: 'Go in',
  againTitle: 'Please sign in again',
  againText:
    'It has been a while, and we make sure it is you. What you wrote is still below; carry on after signing in.',
  goOnHere: 'Sign in and carry on',
  otherWay: 'Sign in another way',
  goOn: 'Go on registering',
  wechat: 'Use WeChat',
  or: 'or',
  privacy: 'The number is kept encrypted; neighbours do not see it.',
  errors: {
    'mobile-number-malformed':
      'A mobile number has 11 digits and begins with 1. Please look again; what you typed is kept.',
    'phone-door-closed': 'Phones do not open the door here. Please use WeChat.',
    'code-wrong': 'That does not fit. Please look at the message again.',
    'code-spent': 'This code cannot be used any more. Please ask for another.',
    'code-short': 'The code has 6 digits.',
    limited: (seconds) =>
      seconds > 90
        ? `Too many codes; try again in ${Math.ceil(seconds / 60)} minutes.`
        : `Just sent; again in ${seconds} s.`,
  },
  failed: 'That did not work',
  wechatTitle: 'Sign in with WeChat',
  wechatGoing: 'Checking with WeChat, one moment.',
  wechatFailed: 'WeChat did not recognise you',
  wechatErrors: {
    'wechat-door-closed': 'WeChat does not open the door here. Please use your phone number.',
    'wechat-state-unknown': 'This page waited too long. Please start again.',
    'wechat-code-spent': 'WeChat’s ticket works once. Please start again.',
    'wechat-snapshot-user':
      'You use WeChat’s “browse only” mode, so WeChat did not tell us who you are. Press “use full service” at the bottom right, or sign in by phone.',
  },
  wechatRefused: 'You did not agree to sign in with WeChat. Nothing was kept.',
  byPhone: 'Sign in by phone',
  lostTitle: 'Phone lost, and WeChat does not let you in?',
  lost: 'Bring your ID card to the committee’s desk: they compare in person and put in the new number at once; nothing is lost. Its telephone stands behind the code at the gate.',
  demo: 'Back to the demo',
}

export default english
