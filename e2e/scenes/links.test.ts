import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  'a link opened without a session leads through the door to that very page, and back leads home',
  async (stage) => {
    const atHome = await stage.enters('吴女士在家里', { as: 'wu' })
    await atHome.opens('/mine')
    await atHome.pressesLink('三盏灯')
    const thread = atHome.path
    const wu = await stage.enters('吴女士')
    const { phone } = stage.person('wu')
    await wu.opens(thread)
    assert.equal(wu.path, '/sign-in')
    await wu.types('手机号', phone.replace(/^\+86/, ''))
    await wu.presses('收验证码')
    await wu.types('验证码', await stage.codeFor(phone))
    await wu.presses('进去')
    await wu.sees('居民确认')
    assert.equal(wu.path, thread)
    await wu.closesAndOpens(thread)
    await wu.presses('返回')
    assert.equal(wu.path, '/home')
  },
)

scene('from the demo’s first page a persona arrives at the screens of members', async (stage) => {
  const visitor = await stage.enters('看演示的人')
  await visitor.opens('/')
  await visitor.presses('从吴女士的手机开始')
  await visitor.sees('邻里近事')
  assert.equal(visitor.path, '/home')
})
