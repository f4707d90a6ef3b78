import assert from 'node:assert/strict'
import { signsInByPhone } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

/** What the server keeps of where it is. */
const placeOf = (stage: Stage, text: string) =>
  stage.services.db.one<{ building: string | null; staircase: string | null }>(
    `select b.name as building, s.name as staircase from service_requests r
     left join buildings b on b.community_id = r.community_id and b.building_id = r.building_id
     left join staircases s on s.community_id = r.community_id and s.staircase_id = r.staircase_id where r.text = $1`,
    [text],
  )

scene('吴女士 says where it is with one tap; neighbours and 郭书记 read the place beside the words', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/home')
  await wu.presses('说件事')
  await wu.types('说说看', '楼道里堆了三辆旧自行车，推婴儿车过不去。')
  assert.equal(await wu.valueOf('在哪里'), '92号楼')
  await wu.types('在哪里', '')
  await wu.presses('发出去')
  await wu.sees('在哪里？写楼号或者地方')
  await wu.presses('92号楼楼道')
  await wu.presses('发出去')
  await wu.sees('92号楼楼道')

  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/home')
  await shen.sees('92号楼楼道')

  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink('楼道里堆了三辆旧自行车')
  await guo.sees('楼道里堆了三辆旧自行车，推婴儿车过不去。')
  await guo.sees('92号楼楼道')
})

scene(
  'by part, building and staircase: the card and the thread say it, for neighbours of every building',
  async (stage) => {
    const text = '二楼转角的窗玻璃碎了，风往里灌。'
    const shen = await stage.enters('沈女士', { as: 'shen' })
    await shen.opens('/compose')
    await shen.types('说说看', text)
    await shen.presses('南块')
    assert.equal(await shen.valueOf('在哪里'), '南块')
    await shen.chooses('哪一栋楼', '18号楼')
    assert.equal(await shen.valueOf('在哪里'), '18号楼')
    await shen.presses('2 单元')
    assert.equal(await shen.valueOf('在哪里'), '18号楼 2 单元')
    await shen.closesAndOpens('/compose')
    assert.equal(await shen.valueOf('在哪里'), '18号楼 2 单元')
    await shen.presses('发出去')
    await shen.sees('18号楼 2 单元')
    assert.deepEqual(await placeOf(stage, text), { building: '18号楼', staircase: '2 单元' })

    const chen = await stage.enters('陈先生 of 71号楼')
    await signsInByPhone(stage, chen, stage.person('chen').phone)
    await chen.opens('/home')
    await chen.sees('18号楼 2 单元')
    await chen.pressesLink(text)
    await chen.sees('18号楼 2 单元')
    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.pressesLink(text.replace('。', ''))
    await guo.sees('18号楼 2 单元')
  },
)

scene('the same place for the committee alone: not even who lives on that staircase reads it', async (stage) => {
  const text = '这个单元有人整夜吵架，听着害怕。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/compose')
  await wu.types('说说看', text)
  await wu.presses('南块')
  await wu.chooses('哪一栋楼', '18号楼')
  await wu.presses('2 单元')
  await wu.presses('只给居委')
  await wu.presses('发出去')
  await wu.sees('只有您、居委书记主任和经办的人看得到')
  const shen = await stage.enters('沈女士 of that staircase', { as: 'shen' })
  await shen.opens('/home')
  await shen.doesNotSee(text)
  await shen.opens(wu.path)
  await shen.sees('这里没有您能看的事')
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink(text.replace('。', ''))
  await guo.sees('18号楼 2 单元')
})

scene('with keys alone a post gets its place', async (stage) => {
  const text = '北块步道的砖松了两块，晚上容易绊。'
  const wu = await stage.enters('吴女士', { as: 'wu', keyboard: true })
  await wu.opens('/compose')
  await wu.types('说说看', text)
  await wu.presses('北块')
  await wu.chooses('哪一栋楼', '92号楼')
  await wu.presses('1 单元')
  await wu.presses('发出去')
  await wu.sees('92号楼 1 单元')
  assert.deepEqual(await placeOf(stage, text), { building: '92号楼', staircase: '1 单元' })
})
