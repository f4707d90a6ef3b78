const chinese = {
  list: '可以@的人',
  found: (count: number) => (count === 0 ? '没有找到这个人' : `找到 ${count} 个，上下键选，回车确定`),
  nobody: '没有找到。试试姓，或者楼号。',
  hint: '打一个@，可以点名叫邻居或居委。',
  notRead: '还没看',
  read: '看到了，还没回应',
  answered: '回应了',
  waiting: '有人@您的岗位，等回应',
  others: '别的等回应的',
}

export default chinese
