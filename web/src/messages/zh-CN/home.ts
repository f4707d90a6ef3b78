const chinese = {
  youAre: (name: string) => `您是 ${name}`,
  news: (count: number) => `${count} 条新通知`,
  waitingTitle: '等您的事',
  waitingCount: (count: number) => `${count} 件`,
  waitingElder: (name: string, count: number) => `${name}，有 ${count} 件事等您`,
  nothingElder: (name: string) => `${name}，您好`,
  resolvedBy: (who: string) => `${who}说办好了`,
  askedBy: (who: string) => `${who}想问您一句`,
  someone: '居委',
  confirm: '去确认',
  answer: '去回答',
  feedTitle: '邻里近事',
  emptyTitle: '还没有人说话',
  emptyText: '看到什么要办的，您来说第一件。居委 24 小时内回应您。',
  say: '说件事',
  mine: '我说过的事',
  notifications: '我的通知',
  speak: '说件事给居委',
}

export default chinese
