const chinese = {
  title: '还没发出去的话',
  titleArrived: '刚刚发出去的话',
  waits: '等网络好了就发',
  safe: '存在这台手机上了，关掉也不会丢。',
  refused: '居委那边没收下',
  refusedText: '字都在。拿回来看一眼，改好再发。',
  takeBack: '拿回来改',
  arrived: '发出去了',
  see: '去看看',
}

export default chinese
