import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '郭书记 makes one of two that say the same, both neighbours get the answer, and it comes apart again',
  async (stage) => {
    const text = '南块围墙的小门九点就锁了，夜班回来要绕路。'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/compose')
    await wu.types('说说看', text)
    await wu.types('在哪里', '南块小门')
    await wu.presses('发出去')
    const shen = await stage.enters('沈女士', { as: 'shen' })
    await shen.opens('/home')
    await shen.pressesLink('南块围墙的小门 21:00')
    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.pressesLink('南块围墙的小门九点')
    await guo.page.keyboard.press('m')
    await guo.page.getByRole('checkbox', { name: /下晚班要绕到淞宝路正门/u }).check()
    await guo.sees('按最急的走')
    await guo.presses('把 2 件合成一件')
    await guo.sees('2 家说的是同一件事')
    await wu.sees('2 家说的是同一件事')
    await shen.sees('和邻居说的是一件事')
    await guo.types('回应', '从周三起小门改到 22:30 再锁，老钱每晚十点去看一圈。')
    await guo.page.keyboard.press('Control+Enter')
    await shen.sees('回应给并到一起的每一家')
    await guo.opens(`/work${shen.path.replace('/communities', '')}`)
    await guo.presses('拆开')
    await guo.sees('这件分开单独办了')
    await shen.sees('这件分开单独办了')
    await wu.seesNoLonger('2 家说的是同一件事')
  },
)
