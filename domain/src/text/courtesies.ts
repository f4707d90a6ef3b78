/**
 * The vocabulary of replies that say nothing. A clause made of nothing but these is empty, whatever their order; one word
 * outside of them and the whole clause counts. Results such as 已解决 or 已修好 are
 * deliberately absent: they can be checked. 已处理 and 已办结 say only that a form was closed.
 */
const words = new Set(
  `
  你好 您好 大家好 各位好 各位邻居 各位居民 早上好 上午好 中午好 下午好 晚上好 早 早安 晚安 hi hello 亲 亲爱的 尊敬的 居民 邻居 业主 村民 朋友 网友
  谢谢 谢了 多谢 感谢 非常感谢 衷心感谢 谢 辛苦 辛苦了 麻烦了 抱歉 对不起 不好意思 打扰了 再见 祝好 祝您生活愉快 生活愉快 祝 此致 敬礼 给您添麻烦了
  感谢您 支持 理解 配合 关心 关注 信任 监督 来信 留言 耐心 等待 不便 敬请谅解 请谅解 谅解 见谅 请您谅解 宝贵 对 社区 小区 工作 我们 的
  ok okay okk okok roger got it thanks thank you thx tks 3q copy yes noted
  收到 收悉 收到啦 知道 知悉 获悉 了解 明白 懂 懂了 看到 好 好的 好滴 好嘞 好哒 好吧 好呀 行 行的 嗯 嗯嗯 哦 噢 喔 是的 没问题 遵命 1
  已 已经 转交 转达 转告 转给 上报 登记 记录 受理 处理中 办理中 跟进中 核实中 落实中 解决中 研究中 协调中 上报中 登记中 收到请回复 自动回复 系统自动回复 自动答复
  请稍等 稍等 请等待 请耐心等待 请耐心等候 等一下 稍后 稍候 请稍候 请稍后 请放心 放心 不要着急 别急 请勿着急 莫急
  我现在有事不在 我现在不在 现在有事 一会儿再和您联系 一会再和您联系 一会儿再和你联系 稍后回复 稍后联系您 稍后与您联系 稍后再联系您 稍后会联系您 回头说 回头联系
  记录在案 高度重视 非常重视 十分重视 很重视 重视 相关部门 有关部门 相关人员 工作人员 相关单位 有关单位 职能部门 上级 领导 上级部门 物业 物业公司 居委 居委会 村委会 街道 社区居委会 书记 主任 同事
  了 啦 啊 呀 哈 哈哈 呢 吧 哟 呦 哎 诶 嘛 的 地 得 也 都 先 再 很 非常 十分 真 请 给 向 把 将 与 和 为 及 并 对 于 由 让 这边 这里 那边 后 后续 之后
  你 您 您们 你们 我 我们 咱们 咱 大家 我处 本 我社区 我居委 我居委会 您的 你的 大家的 我们的 您所 所
  提出 提的 反映 反应 反馈 投诉 求助 诉求 问题 意见 建议 情况 消息 信息 事情 事 此事 这件事 这个 该 该问题 此 来电 内容 事项 关于 以上 如上
  处理 处理完 处理完毕 处理完成 处理好 办结 办理 办理完毕 办理完成 完成 完毕 回复过 答复过
  正在 会 阅 已阅 此件 阅知 阅处 已读 读过 已悉 悉 流程 走流程 流程中 进入流程 按流程 按照流程 按规定 按照规定 按规定办 按流程办理 酌情 安排人 派人 派人去 派人过去
  过去看看 去看看 过去看一下 看看 整改 落实整改 安排人处理 在24小时内 24小时内 与您联系 跟您联系 和您联系 联系 等等看 等等 再等等 等一等
  received will do we handle it have your message be handled soon please wait
  第一时间 结果 有结果 有消息 进展 有进展 告知 通知 尽快 马上 立即 及时 答复 回复
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const surnames = '[\\u4e00-\\u9fff]'
const titles =
  '阿姨|叔叔|大爷|大妈|大姐|大哥|老伯|爷叔|伯伯|奶奶|爷爷|女士|先生|小姐|老师|师傅|同志|书记|主任|医生|警官|经理|干部|楼组长|邻居|同学'

/** 吴女士, 金阿姨, 郭书记, 孙主任, 小王, 老李; the building before it. No name has a verb's 了着过到 in it: 骂了邻居 says something. */
const addressee = new RegExp(
  `^(?:\\d+号楼?(?:\\d+室)?的?)?(?:(?!.{0,2}[了着过到])${surnames}{1,3}(?:${titles})|[小老]${surnames})$`,
)
/** Verbs that would make 请找…居委会 an instruction rather than a signature. */
const office =
  /^(?!.{0,4}[请找到去问打联由归让在是])[\u4e00-\u9fff]{1,6}(?:村|苑|城|园|里|坊|区|街道|镇)(?:第?[一二三四五六七八九十])?(?:社区)?(?:居委会?|村委会?)$/

/** 已收到, 已经转交, 已上报了: the message went somewhere, nothing has happened. */
const passedOn =
  /^(?:已经?|都已经?|刚刚?)?(?:帮您|为您|替您)?(?:收到|收悉|知悉|知道|了解|看到|记录|记下|记下来|登记|受理|接收|接到|转|转交|转达|转告|转给|转发|转办|上报|上传|反映|反馈|汇报|报告|告知|通知|关注)(?:给|到|至)?(?:了)?$/

/** 会尽快处理, 正在跟进中, 马上为您落实: a promise without what, who or when. */
const promise =
  /^(?:一定|必定|肯定|会|将|将会|要|正|正在|在|马上|尽快|尽早|尽力|立即|立刻|抓紧|抓紧时间|第一时间|积极|努力|继续|持续|认真|及时|安排|协调|派人|去|来|进行|催促|督促|请){1,5}(?:为|帮|给|替|和|与|跟|向|对)?(?:您|你|大家|相关部门|有关部门|物业)?(?:进行)?(?:处理|解决|跟进|落实|核实|安排|办理|处置|研究|研究解决|协调|协调解决|沟通|推进|了解|了解情况|查看|联系|回复|答复|反馈|反映|上报|转达|转交|转告|催办|考虑|改进|完善|关注|重视|回应|核查|调查|调查核实|告知|通知)(?:中|的|一下|您|你)?$/

const longestPiece = 20

/** Whether `text` as a whole is one word or phrase that says nothing. */
export const isCourtesyPiece = (text: string): boolean =>
  words.has(text) || addressee.test(text) || office.test(text) || passedOn.test(text) || promise.test(text)

const nothingMore: ReadonlySet<string> = new Set()

/**
 * Whether a clause (lower case, no punctuation, no white space) can be cut into nothing but courtesies and receipts, and
 * words of `besides`, where the caller knows of more that say nothing.
 */
export const isCourtesy = (clause: string, besides: ReadonlySet<string> = nothingMore): boolean => {
  const reached = new Set([0])
  for (let start = 0; start < clause.length; start += 1) {
    if (!reached.has(start)) continue
    for (let end = start + 1; end <= Math.min(clause.length, start + longestPiece); end += 1) {
      const piece = clause.slice(start, end)
      if (!reached.has(end) && (besides.has(piece) || isCourtesyPiece(piece))) reached.add(end)
    }
  }
  return reached.has(clause.length)
}
