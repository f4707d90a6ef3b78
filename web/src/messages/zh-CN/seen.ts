/** How many opened an announcement; for whoever announced it. */
const chinese = {
  open: '有多少人看过',
  title: '有多少人看过',
  total: (seen: number, members: number) => `${members} 位邻居里，${seen} 位打开看过`,
  meaning: '点开过这一条的算看过，只在首页扫一眼的不算。只按楼数人头，谁看没看，谁都查不到。',
  tooFew: '这一条只给很少几位邻居看，不数人头，免得猜得出是谁。',
  place: '楼',
  others: '其余的',
  othersNote: '不足 5 位邻居的楼合在一起数',
  seen: '看过',
  members: '邻居',
  of: (seen: number, members: number) => `${seen} / ${members}`,
}

export default chinese
