import { hasBlank } from './blanks.ts'
import { clausesOf } from './clauses.ts'
import { isCourtesy } from './courtesies.ts'
import { isPlan, isPlanInLatin } from './plans.ts'
import { areWords } from './stated-reason.ts'

/**
 * Words that say only that something is over. 已修好, 换了新灯, 明天起两班 are not among them: they say what was done or what
 * holds now, and can be looked at.
 */
const closures: ReadonlySet<string> = new Set(
  `
  解决 解决了 解决好 解决完 已解决 得到解决 圆满解决 妥善解决 彻底解决 予以解决 处理 处理了 处理过 处理好了 处理到位 妥善处理 处置 处置完毕 处置完成
  落实 落实了 落实到位 到位 整改 整改完成 整改到位 结案 结束 结束了 结了 完结 关闭 闭环 销号 办好 办好了 办妥 办妥了 办了 做好 做好了 做了 做完 做完了
  弄好 弄好了 弄完 搞好 搞好了 搞定 搞定了 好了 完了 成了 行了 可以了 没事了 没问题了 无问题 正常 一切正常 全 全部 均 均已 都已 该 目前 现在 现已 现 并已 且
  事项 工单 件 本件 此件 诉求人 满意 顺利 圆满 成功 妥善 彻底 及 时 后续 无 结果 如下 见 上
  處理 處理完畢 處理好了 解決 已解決 完畢 辦結 已辦結 完成了
  done finished finish solved resolved fixed completed complete closed close handled processed all ok it is its has been was the
  this that issue problem matter case request now everything already
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Different letters and digits a result needs beside what only says that it is over: 修好了, 灯亮了. Our own bound. */
const minCharacters = 3

/**
 * Whether `text` states a result: what was done or what holds now. Stricter than an answer: besides courtesies and receipts,
 * 已处理, 已解决, 处理完毕, done and whatever else only says that it is over are left out, alone or together, and so is what is only
 * meant to be done (明天来修, 已派师傅维修: see `isPlan`): that is an answer, and the result is still to come. Words of at least
 * `minCharacters` different characters must remain, and no blank. It judges emptiness, not truth: the asker confirms or reopens.
 */
export const isStatedResult = (text: string): boolean => {
  if (hasBlank(text)) return false
  if (isPlanInLatin(text)) return false
  const said = clausesOf(text).filter((clause) => !isCourtesy(clause, closures) && !isPlan(clause))
  return areWords(said) && new Set(said.join('')).size >= minCharacters
}
