import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/outgoing.ts'

const english: Translation<typeof chinese> = {
  title: 'Not sent yet',
  titleArrived: 'What has just gone out',
  waits: 'Goes out when the network is back',
  safe: 'Kept on this phone; closing the page loses nothing.',
  refused: 'The committee’s side did not take it',
  refusedText: 'Your words are here. Take them back, have a look, and send again.',
  takeBack: 'Take back and change',
  arrived: 'It is out',
  see: 'Have a look',
}

export default english
