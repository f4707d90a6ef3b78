import { isCourtesyPiece } from './courtesies.ts'

const either = (words: string): string => words.trim().split(/\s+/).join('|')

/** What is done to a thing. */
const acts = either(`
  维修 检修 抢修 修理 修缮 修复 修 更换 换 加装 安装 装 拆除 拆 清理 清运 打扫 清扫 检查 排查 勘察 踏勘 查看 查 看看 看一下 看 处理 处置 解决 整改 施工
  开工 动工 疏通 修剪 补种 补 粉刷 上门 到场 落实 办理 办 弄 搞`)

/** The same as something that is over: 修好, 清理干净, 完工. */
const overWords = either(
  `${acts.split('|').flatMap((act) => ['好', '完', '完毕', '完成', '干净', '妥', '掉', '新', '上'].map((end) => act + end))} 完成 完工 竣工`.replaceAll(
    ',',
    ' ',
  ),
)

/** How a body or a trade is called at its end: 电梯公司, 供电局, 王师傅. */
const bodies = either(`
  公司 部门 中心 单位 局 科 站 供电所 派出所 事务所 队 管理处 服务处 办事处 办 街道 物业 居委 业委会 开发商 厂商 厂家 供应商 热线 水务 城管 市政 房管 消防 师傅 经理 主任
  电工 水工 瓦工 木工 工人 人员 保安 保洁 第三方 他们
`)

const number = '[\\d零一二两三四五六七八九十几半]{1,4}'

/** Each piece of a plan, and what it makes of the clause. */
const pieces = {
  /** Not yet: no result stands behind any of these in the same clause. */
  future: `明[天日早晚年](?:上午|中午|下午|早上|晚上)?|大?后天|下(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]?|下个?月[初底]?|本?月底前|本周内|年底前|改天|过[几两]天|马上|尽快|尽早|稍后|预计|计划|打算|准备|争取|力争|拟|将于?|即将|待|${number}(?:天|日|周|个月|小时|个小时|个工作日)[内后]`,
  /** Somebody means to, was told to, or is at it. */
  meant: '立刻|立即|近期|近日|会|要|正在|正|还在|这就|先|再',
  /** Somebody was told, and that is all: says nothing of what came of it. */
  arranged: `安排(?:好|妥|妥当|到位)?|负责|跟进|沟通好?|对接好?|协商|打电话给?|致电|去电|反映给?|嘱咐|叮嘱|关照|责成|拜托|(?:下|委)?派(?:了|出)?(?:工|维修|抢修)?单|派工|下派|工单|联系好?|约好|预约好?|约定?|通知|督促|催促|催|要求|责令|报修|报|下单|采购|订货|(?:列入|纳入)(?:明年|下一?年度?)?(?:维修|修缮|改造|工作)?计划|排期|在路上|(?:先|再|继续)观察|(?:${acts})中`,
  /** Sent or asked: with an act on a thing behind it (已派人清理楼道) the sentence may well say what they did. */
  sent: '委派|派|叫|让|请|委托|交由|交给|交|转交|转给|转至|转到|转|移交|移送|找',
  whom: `(?:维修|装修|安装|检修|抢修|修缮|疏通|绿化|(?!${acts})[^\\d了过好完毕没无不已起每通知请让派]){0,6}(?:${bodies})`,
  going: '过来|过去|前往|赶往|赶到|现场|来|去|到',
  act: acts,
  /** An act and what it is done to: cut at the end of a clause by `actOnThing`, never a piece in itself. */
  thing: '(?!)',
  over: overWords,
  time: `今天下午|今晚|下午|晚上|傍晚|(?:周|星期|礼拜)[一二三四五六日天末]|${number}月(?:${number}[日号])?|${number}[日号]|${number}[点时](?:半|${number}分)?`,
  beside:
    '维修师傅|维修工人?|维修人员|师傅|工人|电工|水工|水电工|木工|施工队|工程队|厂家|厂商|专业人员|专人|有人|人员|人|他们|保洁|保安|绿化队|几天|一段时间|看看|一下|一次|前|之前|以前|左右|于|上午|中午|早上|的|了',
} as const
type Piece = keyof typeof pieces

const kinds = Object.keys(pieces) as Piece[]
const patterns = kinds.map((kind) => new RegExp(`^(?:${pieces[kind]})$`, 'u'))
const bit = (kind: Piece): number => 1 << kinds.indexOf(kind)

/** An act and what it is done to, at the end of a clause: 换灯, 更换门锁. Nothing that happened, never happened, or holds from now on. */
const actOnThing = new RegExp(`^(?:${acts})(?![队员工])[^\\d了过好完毕没无不已起每始]{1,6}$`, 'u')

/** 修了, 来看过; 已上门, 物业已来: it happened. */
const happened = new RegExp(`(?:${acts})[了过]|已经?(?:派人)?(?:上门|到场|来|去|到|前往)`, 'u')
const isOver = new RegExp(overWords, 'u')

/** 等配件, 还在等厂家发货. */
const waiting = /^(?:正在|还在|还要|需要?|要|只能)?(?:等|等待|等候|待(?!遇))[^\d了好完毕已]{2,10}$/u
/** 配件到了就修, 到货后马上换: on a condition. */
const conditional = new RegExp(
  `(?:到|到了|到货|到位|来了|有了|齐了|后)(?:就|再|立即|马上|会|才能)(?:来|去|派人)?(?:${acts})的?$`,
  'u',
)

/** 会 and 先 are pieces of a plan, but not in these. */
const committee = /[居村业]委会|委员会/gu

/** A plan is short; whatever is longer says more. */
const longestPlan = 40
const longestPiece = 12

const canBe = (flags: number, isDone: boolean): boolean => {
  const has = (kind: Piece) => (flags & bit(kind)) !== 0
  if (isDone) return has('future')
  if (has('future') || has('arranged')) return true
  if (has('sent')) return !has('thing')
  return (has('act') || has('thing')) && (has('meant') || (has('time') && has('going')))
}

/**
 * Whether a clause (as `clausesOf` gives it) says only what is meant to be done: 明天来修, 已安排维修, 等配件. It is one when it can be
 * cut into nothing but courtesies and pieces of a plan; one word outside of them, and the clause counts as a result. So a rule
 * that holds from a day on (下周起每天清运两次), a decision, a reason, or what was found is never taken for a plan.
 */
export const isPlan = (said: string): boolean => {
  const clause = said.replace(committee, '居委').replaceAll('先后', '')
  if (clause.length > longestPlan || happened.test(clause)) return false
  const isDone = isOver.test(clause)
  if (waiting.test(clause) || (!isDone && conditional.test(clause))) return true
  const reached = new Map<number, Set<number>>([[0, new Set([0])]])
  const reach = (at: number, from: ReadonlySet<number>, more: number) => {
    const there = reached.get(at) ?? new Set()
    for (const flags of from) there.add(flags | more)
    reached.set(at, there)
  }
  for (let start = 0; start < clause.length; start += 1) {
    const from = reached.get(start)
    if (from === undefined) continue
    if (start > 0 && actOnThing.test(clause.slice(start))) reach(clause.length, from, bit('thing'))
    for (let end = start + 1; end <= Math.min(clause.length, start + longestPiece); end += 1) {
      const piece = clause.slice(start, end)
      patterns.forEach((pattern, index) => {
        if (pattern.test(piece)) reach(end, from, 1 << index)
      })
      if (isCourtesyPiece(piece)) reach(end, from, 0)
    }
  }
  return [...(reached.get(clause.length) ?? [])].some((flags) => canBe(flags, isDone))
}

/** Latin letters have no clauses of their own here: a text that only looks ahead. */
const ahead = /\b(?:will|shall|tomorrow|going to|next (?:week|month|year))\b/i
const holds = /\b(?:is|are|was|were|has|have|had|been|not|no|from|since|every|each|works?|runs?|new|\w+ed)\b/i
/** One sentence about somebody who was sent or told, and nothing behind it: we have asked the property manager to look. */
const told =
  /^(?:[\w']+ ){0,5}?(?:sent|asked|told|called|contacted|informed|notified|dispatched|assigned|arranged)(?: (?!and\b|but\b|who\b|which\b|\w+ed\b)[\w']+){0,9}[\s.!]*$/i

/** Whether a text in Latin letters says only what will be done, or that somebody was sent or asked. */
export const isPlanInLatin = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) && (told.test(text.trim()) || (ahead.test(text) && !holds.test(text)))
