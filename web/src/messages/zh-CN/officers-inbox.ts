/** The inbox of a subdistrict or district: what was reported up to it. */
const chinese = {
  title: '报上来的事',
  nav: '报上来的',
  command: '指挥中心',
  me: '我的',
  shows: { all: '全部', waiting: '等回应', overdue: '超时', answered: '等结果' },
  showsLabel: '看哪一部分',
  emptyTitle: '没有事等着您',
  emptyText: '居委报上来的事会列在这里，最急的在最前面。',
  partEmpty: '这一部分没有。',
  choose: '选一件看看',
  chooseText: '左边最上面的一件最急。',
  notHereTitle: '这里要用街镇或区里的身份',
  notHereText: '换成那个身份再来，或者回到“我的”。',
}

export default chinese
