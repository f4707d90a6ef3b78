import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '吴女士 finds what was said by two characters, sees who said the same while she writes, and whom to call in danger',
  async (stage) => {
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/home')
    await wu.presses('找说过的话')
    await wu.types('找什么', '小门')
    await wu.presses('找', (found) => found.last())
    await wu.pressesLink('南块围墙')
    await wu.sees('21:00 就锁')
    await wu.page.goBack()
    await wu.sees('南块围墙')
    await wu.types('找什么', '没人说过的词')
    await wu.presses('找', (found) => found.last())
    await wu.sees('没有找到')

    await wu.opens('/compose')
    await wu.types('说说看', '南块围墙的小门晚上锁得太早，下晚班要绕路')
    await wu.sees('邻居说过差不多的')
    await wu.presses('我也是')
    await wu.types('说说看', '楼道里有煤气味')
    await wu.sees('有危险吗？')
    assert.equal(await wu.linkTo('火警 119'), 'tel:119')
    await wu.looksAround()
    await wu.types('说说看', '灭火器过期了')
    await wu.seesNoLonger('有危险吗？')
    await wu.opens('/search?q=小门')
    await wu.pressesLink('南块围墙')
    await wu.sees(/我也是 \d+/)
  },
)

scene('杜科长 finds it across the communities of the district', async (stage) => {
  const du = await stage.enters('杜科长', { as: 'du', device: 'desk' })
  await du.opens('/')
  await du.pressesLink('找说过的话')
  await du.types('找什么', '围墙 小门')
  await du.presses('找', (found) => found.last())
  await du.sees('宝山九村')
  await du.pressesLink('南块围墙')
  await du.sees('21:00 就锁')
})
