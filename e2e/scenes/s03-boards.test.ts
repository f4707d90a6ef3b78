import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const countOf = (stage: Stage, text: string) =>
  stage.services.db.one<{ requests: number; posts: number }>(
    `select (select count(*)::int from service_requests where text = $1) as requests,
       (select count(*)::int from posts where text = $1) as posts`,
    [text],
  )

scene(
  'what 吴女士 says on the property board has its clock at the property manager’s; among neighbours none runs, until 郭书记 says who answers',
  async (stage) => {
    const asked = '36号楼门禁三天刷不开，老人进不了门。'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/home')
    await wu.pressesLink('物业之窗')
    await wu.sees('物业在这里回应，24 小时内')
    await wu.pressesLink('在这里说一句')
    await wu.sees('物业 24 小时内会回应您')
    await wu.types('说说看', asked)
    await wu.presses('92号楼')
    await wu.presses('发出去')
    await wu.sees('物业会在')
    const zhou = await stage.enters('周经理', { as: 'zhou', device: 'desk' })
    await zhou.opens('/')
    await zhou.sees('36号楼门禁三天刷不开')
    await zhou.sees('还剩 24 小时')

    const offered = '我家有一辆童车，谁要谁来拿。'
    await wu.opens('/home')
    await wu.pressesLink('邻里互助')
    await wu.pressesLink('在这里说一句')
    await wu.sees('不计时，谁看到谁回您')
    await wu.types('说说看', offered)
    await wu.presses('发出去')
    await wu.sees('还没有人回复')
    assert.deepEqual(await countOf(stage, offered), { requests: 0, posts: 1 })

    const shen = await stage.enters('沈女士', { as: 'shen' })
    await shen.opens('/home')
    await shen.pressesLink('我家有一辆童车')
    await shen.presses('说一句')
    await shen.types('您的话', '我外孙女正好要，晚上来拿。')
    await shen.presses('发出去')
    await wu.sees('我外孙女正好要，晚上来拿。', 3_000)
    await shen.presses('赞')
    await shen.sees('赞 1')
    await wu.sees('1 个赞', 3_000)
    await wu.presses('更多')
    await wu.presses('改一改')
    await wu.types('要说的话', '童车有人要了，还有一张小床。')
    await wu.presses('改好了')
    await shen.sees('童车有人要了，还有一张小床。', 3_000)
    await shen.presses('改过，看原来的话')
    await shen.sees(offered)
    await shen.presses('关闭')
    await wu.presses('更多')
    await wu.presses('删掉')
    await wu.presses('删掉')
    await shen.sees('发的人删掉了。', 3_000)
    await shen.doesNotSee('童车有人要了')

    await wu.opens('/home')
    await wu.pressesLink('邻里互助')
    await wu.pressesLink('在这里说一句')
    await wu.sees('不计时，谁看到谁回您')
    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.pressesLink('板块')
    await guo.sees('童车有人要了')
    await guo.presses('改：邻里互助')
    await guo.chooses('谁必须回应', '居委主任')
    await guo.presses('存好')
    await guo.sees('没有人 → 居委主任')
    await wu.sees('孙主任（居委主任） 24 小时内会回应您', 3_000)
  },
)

scene('whoever comes back reads what came meanwhile above a line, and not the own words as news', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/home')
  await wu.sees('邻里近事')
  await wu.doesNotSee(/您上次来之后/)
  await stage.timePasses({ minutes: 50 })
  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/compose')
  await shen.types('说说看', '92号楼楼道的窗关不上了。')
  await shen.presses('小区里')
  await shen.presses('发出去')
  await wu.opens('/home')
  await wu.sees('您上次来之后，多了上面 1 条')
})

scene('郭书记 sets a notice for tomorrow morning; nobody reads it before she lets it out', async (stage) => {
  const title = '周三上午修北门'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/home')
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink('板块')
  await guo.presses('发一条：社区公告')
  await guo.types('标题', title)
  await guo.types('要说的话', '九点到十一点北门不能走，请走西门。')
  await guo.chooses('发给谁', '92号楼')
  await guo.presses('2 单元')
  await guo.presses('定个时间')
  await guo.types('哪一天', '2026-11-24')
  await guo.types('几点', '08:30')
  await guo.presses('到时候发')
  await guo.sees('2026 年 11 月 24 日 8:30 发出')
  await guo.sees('发给92号楼 2 单元')
  await wu.doesNotSee(title)
  await guo.presses('更多')
  await guo.presses('现在就发')
  await wu.sees(title, 3_000)
})
