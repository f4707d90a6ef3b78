/** Several of the inbox at once. */
const chinese = {
  begin: '选几件一起办',
  key: '选上',
  chosen: (count: number) => `选了 ${count} 件`,
  none: '点左边的方框，选几件',
  all: (count: number) => `选上这 ${count} 件`,
  stop: '不选了',
  choose: (title: string) => `选上：${title}`,
  handOver: '转交',
  assign: '派给同事',
  answer: '一起回应',
  titles: {
    handOverServiceRequest: (count: number) => `把 ${count} 件转出去`,
    assignServiceRequest: (count: number) => `把 ${count} 件派给同事`,
    answerServiceRequest: (count: number) => `给 ${count} 件写同一个回应`,
  },
  confirm: {
    handOverServiceRequest: (count: number) => `转出 ${count} 件`,
    assignServiceRequest: (count: number) => `派出 ${count} 件`,
    answerServiceRequest: (count: number) => `回应 ${count} 件`,
  },
  answerHint: '每一位都会收到这一句。写清楚谁去办、什么时候办；空着的 ____ 要先填好。',
  notAnAnswer: '这一句还不算回应。写清楚谁去办、什么时候办，再一起发。',
  running: (at: number, all: number) => `正在办第 ${at} 件，共 ${all} 件`,
  done: {
    handOverServiceRequest: (count: number) => `${count} 件转出去了，等对方接手。`,
    assignServiceRequest: (count: number) => `${count} 件派出去了。`,
    answerServiceRequest: (count: number) => `${count} 件回应了，时钟停了。`,
  },
  left: (count: number) => `还有 ${count} 件没办成，留在这里，下面写了原因。`,
}

export default chinese
