const chinese = {
  open: '常用的话',
  title: '常用的话',
  note: '点一句放进回应里，把空填上再发。光发这一句不算回应。',
  none: '还没有。把常说的话存一句，该填的地方留空。',
  add: '存一句新的',
  change: '改',
  remove: '删',
  label: '这一句话',
  hint: '用 ____ 留出要填的空：谁去、什么时候。',
  insertBlank: '加一个空',
  save: '存好',
  leave: '先不',
  noBlank: '请至少留一个空 ____。每家的事不一样，空填上了才算回应。',
  tooMany: '最多存 30 句。先删一句不用的。',
  blankLeft: '还有空没填。填上谁去办、什么时候办再发；这样发出去，时钟不停。',
}

export default chinese
