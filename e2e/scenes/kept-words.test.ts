import assert from 'node:assert/strict'
import { dateOnIn } from '@shequtong/domain/time'
import type { Persona } from '../src/persona.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const countOf = async (stage: Stage, table: 'service_requests' | 'service_request_entries', word: string) => {
  const { count } = await stage.services.db.one<{ count: number }>(
    `select count(*)::int as count from ${table} where text like '%' || $1 || '%'`,
    [word],
  )
  return count
}

const isChosen = (who: Persona, name: string): Promise<boolean> =>
  who.page.getByRole('radio', { name }).first().isChecked()

/** Sends it, is told why not, and finds every word where it was. */
const isToldAndKeeps = async (who: Persona, send: string, told: string, label: string, words: string) => {
  await who.types(label, words)
  await who.presses(send)
  await who.sees(told)
  assert.equal(await who.valueOf(label), words)
}

scene('what 吴女士 may not publish is marked, and all that she typed and chose still stands there', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/compose')
  await wu.presses('求助')
  await wu.presses('只给居委')
  await wu.types('在哪里', '北块小花园')
  for (const [words, told] of [
    ['长凳坏了，请打 138 0000 6612 找我。', '像手机号或证件号'],
    ['长凳坏了，身份证 11010519491231002X 掉在那里。', '像手机号或证件号'],
    ['长凳坏了\u202e请来看。', '看不见的符号'],
    ['长'.repeat(2_001), '太长'],
  ] as const) {
    await isToldAndKeeps(wu, '发出去', told, '说说看', words)
    assert.equal(await wu.valueOf('在哪里'), '北块小花园')
    assert.ok(await isChosen(wu, '求助'))
    assert.ok(await isChosen(wu, '只给居委'))
  }
  assert.equal(await countOf(stage, 'service_requests', '长凳坏了'), 0)
  await wu.types('说说看', '长凳坏了，请来看。')
  await wu.presses('发出去')
  await wu.sees('还没有人回应')
  assert.equal(await countOf(stage, 'service_requests', '长凳坏了'), 1)

  await wu.presses('补一句')
  await isToldAndKeeps(wu, '发出去', '像有手机号', '您的话', '我的电话是 13800006612。')
  assert.equal(await countOf(stage, 'service_request_entries', '13800006612'), 0)
})

scene('the server itself refuses: suspended while she writes, she reads why and her words stay', async (stage) => {
  const text = '晾衣架的钢丝断了一根。'
  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/compose')
  await shen.types('说说看', text)
  await shen.types('在哪里', '18号楼前')
  const { communityId, membershipId } = await stage.services.db.one<{ communityId: number; membershipId: string }>(
    `select community_id as "communityId", membership_id as "membershipId" from memberships where shown_name = $1`,
    ['18号楼 沈女士'],
  )
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await sun.posts(`/communities/${communityId}/memberships/${membershipId}/suspend`, {
    reason: '租期到了，请到居委会来一趟。',
    lastDayOn: dateOnIn(stage.clock.now()),
  })
  await shen.presses('发出去')
  await shen.sees('您现在的身份不能在这里发')
  assert.equal(await shen.valueOf('说说看'), text)
  assert.equal(await shen.valueOf('在哪里'), '18号楼前')
  assert.equal(await countOf(stage, 'service_requests', text), 0)
})

scene('郭书记’s answer, reason and result stay in their forms until they can be sent', async (stage) => {
  const text = '地下车库入口的镜子碎了。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/compose')
  await wu.types('说说看', text)
  await wu.types('在哪里', '地下车库')
  await wu.presses('发出去')
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink(text.replace('。', ''))
  await isToldAndKeeps(guo, '回应', '像有证件号或手机号', '您的回应', '请打周师傅电话 13800006612，他来换。')
  await guo.types('您的回应', '周师傅今天下午来换镜子。')
  await guo.presses('回应')
  await guo.presses('回去看看')
  await guo.presses('写结果')
  await guo.presses('办好了')
  await isToldAndKeeps(guo, '写好结果，请本人确认', '不算结果', '结果是什么', '已处理')
  assert.ok(await isChosen(guo, '办好了'))
  assert.equal(await countOf(stage, 'service_request_entries', '13800006612'), 0)
  assert.equal(await countOf(stage, 'service_request_entries', '已处理'), 0)
})
