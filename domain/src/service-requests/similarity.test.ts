import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matterOf, mostSimilar, similarFrom, similarityOf } from './similarity.ts'

const same: readonly (readonly [string, string])[] = [
  ['三盏路灯不亮', '92号楼北边的路灯坏了好几天'],
  ['楼道里的灯黑了，晚上看不见', '楼道灯坏了，老人上楼不方便'],
  ['电梯又坏了，困在里面', '电梯停运了，什么时候修'],
  ['电梯运行有异响', '电梯咯吱咯吱响声很大'],
  ['门禁卡刷了没反应', '单元门打不开，门禁坏了'],
  ['垃圾桶满出来了没人清', '垃圾房太臭，好几天没清运'],
  ['楼道堆物挡住路', '三楼楼道堆了很多纸箱，走不过去'],
  ['消防通道被私家车占了', '有人乱停车，消防通道堵了'],
  ['下水道堵了，返水', '一楼阴沟堵了，污水冒出来'],
  ['顶楼漏雨，墙都湿了', '屋顶漏水，下雨天就渗'],
  ['电瓶车在楼道充电太危险', '有人飞线给电瓶车充电，怕着火'],
  ['遛狗不牵绳，吓到孩子', '狗没有牵绳，差点咬到老人'],
  ['广场舞声音太大', '晚上广场舞吵得睡不着'],
  ['窨井盖破了', '井盖坏了，车压上去很响'],
  ['树枝挡住窗户，想请人修剪', '大树太密了，请修剪一下'],
  ['活动室后面堆的杂物，谁来清', '居委会活动室背后那块空地堆满杂物，又脏又乱'],
  ['想在小区里种点花', '空地能不能改成大家种花的花坛'],
  ['能不能装一个电瓶车充电桩', '希望增加充电桩，电瓶车没处充'],
  ['大门道闸失灵', '北门道闸坏了，车子进不来'],
  ['健身器材锈了', '小区健身器材坏了，孩子玩很危险'],
  ['快递柜打不开，取不出包裹', '快递柜坏了，包裹拿不出来'],
  ['楼上装修电钻太吵', '周末还在装修，吵得睡不着'],
]

const different: readonly (readonly [string, string])[] = [
  ['三盏路灯不亮', '电梯坏了'],
  ['路灯坏了', '门禁坏了'],
  ['电梯运行有异响', '电梯里贴满小广告'],
  ['92号楼电梯坏了', '15号楼电梯坏了'],
  ['垃圾桶满出来了没人清', '停车太乱，消防通道被占'],
  ['停车费又涨价了', '有人乱停车挡住路'],
  ['遛狗不牵绳', '想请人帮忙量血压'],
  ['水管漏水，一楼受潮', '停水通知什么时候到'],
  ['楼上装修太吵', '活动室想增加阅览的书'],
  ['下水道堵了', '老鼠太多了'],
  ['外墙瓷砖掉下来了', '监控摄像头对着我家'],
  ['请问居委会几点下班', '请问谁家丢了猫'],
  ['邻居家的孩子放学没人接', '楼下快递被拿错了'],
  ['健身器材锈了', '树枝挡住窗户'],
  ['谢谢孙主任帮忙，辛苦了', '谢谢周经理，灯修好了'],
  ['我家老人想办居家养老', '我家想换一个大一点的电表'],
  ['今天晚上有没有人打乒乓球', '今天晚上停电吗'],
  ['物业费的账在哪里看', '物业保安态度很好'],
  ['想请社区医生配药', '社区什么时候打疫苗'],
  ['北门的道闸失灵', '北门的路灯不亮'],
]

const score = ([one, other]: readonly [string, string]) => similarityOf(matterOf(one), matterOf(other))

describe('two texts', () => {
  for (const pair of same)
    it(`are the same matter: ${pair.join(' / ')}`, () => assert.ok(score(pair) >= similarFrom, String(score(pair))))
  for (const pair of different)
    it(`are two matters: ${pair.join(' / ')}`, () => assert.ok(score(pair) < similarFrom, String(score(pair))))

  it('compare the same from either side', () => {
    for (const [one, other] of [...same, ...different]) assert.equal(score([one, other]), score([other, one]))
  })

  it('without anything in them are never alike', () => {
    for (const text of ['', '……！？', '谢谢您', '好的好的']) assert.equal(score([text, text]), 0, text)
  })
})

describe('the most similar', () => {
  const now = new Date('2026-11-20T02:00:00Z')
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const of = (text: string, days: number, sameBuilding = false) => ({
    text,
    matter: matterOf(text),
    submittedAt: before(days),
    sameBuilding,
  })
  const draft = matterOf('楼下的路灯坏了')

  it('are three at most, of the same building first, then the newer', () => {
    const found = mostSimilar(
      draft,
      [of('路灯坏了，旧的', 90), of('路灯坏了，新的', 1), of('路灯坏了，楼下的', 30, true), of('路灯坏了，中间的', 20)],
      now,
    )
    assert.deepEqual(
      found.map(({ text }) => text.slice(5)),
      ['楼下的', '新的', '中间的'],
    )
  })

  it('are none where only the building or the day is the same', () => {
    assert.deepEqual(mostSimilar(draft, [of('电梯有异响', 0, true), of('想请人量血压', 0, true)], now), [])
  })
})
