import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '郭书记 fills the night that nobody has, and a neighbour reads on the first page who is there tonight',
  async (stage) => {
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/home')
    await wu.sees('今晚值守：孙主任 · 居委会，到明早 8:00')
    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.pressesLink('值守表')
    await guo.sees('缺')
    await guo.presses('排班：周一 23夜里')
    await guo.chooses('谁值守', '小高 · 居委干部')
    await guo.presses('排好')
    await guo.sees('周一 23夜里排好了。')
    await wu.sees('今晚值守：小高 · 居委会')
  },
)
