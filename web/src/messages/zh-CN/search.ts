const chinese = {
  title: '找说过的话',
  open: '找一找说过的话',
  field: '找什么',
  placeholder: '两个字就能找，比如 电梯、路灯',
  go: '找',
  recent: '刚找过的',
  forget: '都忘掉',
  startTitle: '说过的话都能找到',
  startText: '写两个字试试：一个地方、一件东西。可以写几个词，用空格隔开。',
  tooShort: '再多写一个字。',
  noneTitle: (words: string) => `没有找到“${words}”`,
  noneText: '换个说法试试，或者少写几个字。',
  said: '说过的',
  more: '再看一些',
  noMore: '没有更早的了',
  inThread: (who: string) => `${who}说`,
  somebody: '有人说',
  onBoard: '板块上说的',
  forPlace: (place: string) => `发给${place}`,
}

export default chinese
