/** Parts of the inbox kept under a name. */
const chinese = {
  keep: '存成常看',
  title: '存成常看的一栏',
  label: '叫什么',
  hint: '存好以后，手机和电脑上都在“全部”这一排。只有您这个身份看得到。',
  save: '存好',
  leave: '先不',
  remove: '不再常看',
  notNamed: '请起一个名字，最多 10 个字。',
  tooMany: '最多存 8 栏。先去掉一栏不看的。',
}

export default chinese
