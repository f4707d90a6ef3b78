/** Compound surnames still in use, so that 欧阳 is not cut to 欧. */
const compoundSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 轩辕 钟离 闾丘 南宫 端木 百里 呼延 东郭 西门 ' +
    '独孤 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 赫连 拓跋 万俟 闻人 公羊 第五 完颜 司空 左丘 梁丘'
  ).split(' '),
)

/** The two parts of a Chinese name, or undefined for a name of another shape (阿依古丽·买买提, John Smith). */
export const splitName = (trueName: string): { surname: string; givenName: string } | undefined => {
  const name = trueName.trim()
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return undefined
  const characters = [...name]
  const length = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
  return { surname: characters.slice(0, length).join(''), givenName: characters.slice(length).join('') }
}
