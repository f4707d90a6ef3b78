import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dangerIn, type EmergencyNumber } from './danger.ts'

const dangers: readonly (readonly [text: string, numbers: readonly EmergencyNumber[]])[] = [
  ['楼道里一股煤气味，很重', ['119']],
  ['三楼着火了！', ['119']],
  ['电瓶车冒浓烟', ['119']],
  ['奶奶被困在电梯里半小时了', ['119']],
  ['楼下有人打架，快来', ['110']],
  ['隔壁在砸门，拿刀了', ['110']],
  ['李阿婆走失了，穿红外套', ['110']],
  ['老人晕倒在花园', ['120']],
  ['有人触电了，叫不醒', ['120']],
  ['楼上有人要跳楼，已经摔下来一个花盆', ['110', '120']],
  ['厨房爆炸，邻居昏迷', ['119', '120']],
  ['怕起火，结果昨晚真的起火了', ['119']],
]

const noDangers: readonly string[] = [
  '',
  '消防通道被占了，车开不进来',
  '灭火器过期了',
  '电瓶车在楼道充电，容易起火',
  '担心着火，能不能装喷淋',
  '希望组织一次火灾演练',
  '飞线充电有火灾隐患',
  '想听防走失的讲座',
  '燃气报警器坏了',
  '煤气管子生锈，怕漏煤气',
  '路灯不亮，走路差点摔下来',
  '楼道堆物，万一起火跑不出去',
  '打印机坏了，打不出来',
  '请大家不要高空抛物',
  '孩子在打闹',
]

describe('danger in words', () => {
  for (const [text, numbers] of dangers)
    it(`${text}: ${numbers.join(', ')}`, () => assert.deepEqual(dangerIn(text), numbers))
  for (const text of noDangers) it(`none: ${text}`, () => assert.deepEqual(dangerIn(text), []))
})
