import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '孙主任 hands it to the property, who takes it on and solves it; 吴女士 says in two presses how it was',
  async (stage) => {
    const text = '地下室水管一直滴水，地上都是水。'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/compose')
    await wu.types('说说看', text)
    await wu.types('在哪里', '92号楼地下室')
    await wu.presses('发出去')
    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens('/')
    await sun.pressesLink(text.slice(0, 8))
    await sun.presses('转交')
    await sun.page.locator('dialog[open]').getByText('物业', { exact: true }).click()
    await sun.types('原因', '水管归物业维修，请周经理今天去看看。')
    await sun.presses('转给物业')
    await wu.sees('已转给物业，等对方接手')
    const zhou = await stage.enters('周经理', { as: 'zhou', device: 'desk' })
    await zhou.opens('/')
    await zhou.pressesLink(text.slice(0, 8))
    await zhou.presses('我来接手')
    await wu.sees('周经理接手了')
    await zhou.presses('写结果')
    await zhou.types('结果是什么', '水管换了新接头，地上的水擦干了。')
    await zhou.presses('写好结果，请本人确认')
    await wu.presses('确认解决')
    await wu.page.getByText('很好', { exact: true }).click()
    await wu.page.getByText('满意', { exact: true }).click()
    await wu.sees('记下了')
    await wu.looksAround()
  },
)
