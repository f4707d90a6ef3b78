import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/bulk.ts'

const english: Translation<typeof chinese> = {
  begin: 'Choose several',
  key: 'choose',
  chosen: (count) => `${count} chosen`,
  none: 'Tick the boxes on the left',
  all: (count) => `Choose these ${count}`,
  stop: 'Choose none',
  choose: (title) => `Choose: ${title}`,
  handOver: 'Hand over',
  assign: 'Assign',
  answer: 'Answer together',
  titles: {
    handOverServiceRequest: (count) => `Hand over ${count}`,
    assignServiceRequest: (count) => `Assign ${count} to a colleague`,
    answerServiceRequest: (count) => `One answer for ${count}`,
  },
  confirm: {
    handOverServiceRequest: (count) => `Hand over ${count}`,
    assignServiceRequest: (count) => `Assign ${count}`,
    answerServiceRequest: (count) => `Answer ${count}`,
  },
  answerHint: 'Each of them reads these words. Say who does it and when; fill every ____ first.',
  notAnAnswer: 'This is no answer yet. Say who does it and when, then send it to all.',
  running: (at, all) => `${at} of ${all}`,
  done: {
    handOverServiceRequest: (count) => `${count} handed over; they wait to be taken on.`,
    assignServiceRequest: (count) => `${count} assigned.`,
    answerServiceRequest: (count) => `${count} answered; their clocks stopped.`,
  },
  left: (count) => `${count} could not be done and stay here, each with its reason.`,
}

export default english
