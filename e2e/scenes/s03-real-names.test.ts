import assert from 'node:assert/strict'
import type { Persona } from '../src/persona.ts'
import { signsInByPhone } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

/** True names of the demo's people that were sent to this person's browser. */
const trueNamesSentTo = async (stage: Stage, who: Persona): Promise<string[]> => {
  const names = stage.world.people.flatMap(({ trueName, idNumber }) => [trueName, idNumber])
  const sent = await who.watched.received()
  return sent.flatMap(({ url, text }) => names.filter((name) => text.includes(name)).map((name) => `${name} in ${url}`))
}

/** Instead of a check: the role of whoever speaks in one. */
const office = /^(居民区书记|居委主任|居委干部|楼组长|物业|业委会|民警|家庭医生)$/

scene(
  'every post shows a chosen name, a building and that it was verified; the true name reaches nobody’s screen',
  async (stage) => {
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/home')
    const cards = await wu.page
      .getByRole('link')
      .filter({ hasText: /号楼 .*(分钟|小时|天)前|\d 月 \d/ })
      .all()
    assert.ok(cards.length >= 10, `${cards.length} posts in the feed`)
    const working = stage.world.people.filter(({ organization }) => organization !== undefined)
    for (const card of cards) {
      const [, name = '', verified] = (await card.innerText()).split('\n').filter((line) => line.trim() !== '')
      if (office.test(verified ?? '')) continue
      assert.equal(verified, '实名核对过')
      assert.ok(
        /^\d+号楼 \S+/.test(name) || working.some(({ shownName }) => shownName === name),
        `${name} of no building`,
      )
    }
    await wu.pressesLink('号楼')
    await wu.sees('实名核对过')
    for (const path of ['/mine', '/me', '/me/look-ups', '/me/sessions', '/me/notifications', '/compose'])
      await wu.opens(path)
    assert.deepEqual(await trueNamesSentTo(stage, wu), [])

    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.pressesLink('号楼')
    assert.deepEqual(await trueNamesSentTo(stage, guo), [])
  },
)

scene('孙主任 looks up a document with a reason; its owner reads who, what and why', async (stage) => {
  const reason = '和本人带来的身份证复印件核对。'
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await sun.opens('/')
  await sun.presses('登记审核')
  await sun.pressesLink('36号楼 1 单元 301')
  const { trueName, idNumber, phone } = stage.person('ap-huang')
  await sun.doesNotSee(idNumber)
  await sun.presses('查看')
  await sun.presses('写下理由，查看')
  await sun.sees('理由写具体些')
  await sun.types('为什么要看', reason)
  await sun.presses('写下理由，查看')
  await sun.sees(idNumber)

  const huang = await stage.enters('黄女士')
  await signsInByPhone(stage, huang, phone)
  await huang.opens('/me')
  await huang.presses('谁看过我的信息')
  await huang.sees('孙主任')
  await huang.sees('真名、证件号')
  await huang.sees(reason)
  assert.deepEqual(
    (await trueNamesSentTo(stage, huang)).filter((leak) => leak.includes(trueName) || leak.includes(idNumber)),
    [],
  )
})

scene('with keys alone 吴女士 comes to who looked at her information', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu', keyboard: true })
  await wu.opens('/home')
  await wu.presses('我的')
  await wu.presses('谁看过我的信息')
  await wu.sees('没有人看过')
})

scene('with keys alone 孙主任 looks up a document, and its owner reads it', async (stage) => {
  const reason = '和派出所送来的名单核对。'
  const { idNumber, phone } = stage.person('ap-huang')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk', keyboard: true })
  await sun.opens('/')
  await sun.presses('登记审核')
  await sun.pressesLink('36号楼 1 单元 301')
  await sun.presses('查看')
  await sun.types('为什么要看', reason)
  await sun.presses('写下理由，查看')
  await sun.sees(idNumber)
  await stage.timePasses({ minutes: 2 })
  const huang = await stage.enters('黄女士', { keyboard: true })
  await signsInByPhone(stage, huang, phone)
  await huang.opens('/me')
  await huang.presses('谁看过我的信息')
  await huang.sees(reason)
})
