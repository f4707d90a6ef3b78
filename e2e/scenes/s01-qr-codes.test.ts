import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene('孙主任 prints the poster, hangs a new code, and the old one says kindly that it was replaced', async (stage) => {
  const first = await stage.codeOf('宝山九村')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await sun.opens('/')
  await sun.presses('二维码')
  await sun.sees('第 1 版，正在用')
  const poster = await sun.fetches(await sun.linkTo('打印海报'))
  assert.equal(poster.status, 200)
  assert.match(poster.type, /^application\/pdf/)
  assert.equal(poster.bytes.subarray(0, 5).toString(), '%PDF-')

  await sun.presses('换一张新的')
  await sun.sees('贴在外面的旧海报，扫了会说“换了新的”')
  await sun.presses('出第 2 版')
  await sun.sees('第 2 版，正在用')
  const second = await stage.codeOf('宝山九村')
  assert.notEqual(second, first)
  await sun.sees(`${stage.origin}/j/${second}`)

  const passer = await stage.enters('路人')
  await passer.opens(`/j/${first}`)
  await passer.sees('这张码停用了')
  await passer.sees('扫写着“第 2 版”的那张')
  await passer.sees('已经是邻居的不受影响')
  assert.equal(await passer.isOffered('登记成为邻居'), false)

  await passer.opens(`/j/${second}`)
  for (const part of ['南块', '北块', '中艺花园']) await passer.sees(part)
  await passer.presses('登记成为邻居')
  await passer.sees('宝山九村')
})

scene(
  'one compound’s code opens that compound and no other; a stopped code and a mistyped one open none',
  async (stage) => {
    const passer = await stage.enters('路人')
    for (const [mine, other] of [
      ['宝山九村', '共康雅苑第二'],
      ['共康雅苑第二', '宝山九村'],
    ] as const) {
      await passer.opens(`/j/${await stage.codeOf(mine)}`)
      await passer.sees(mine)
      await passer.doesNotSee(other)
    }
    await passer.opens('/j/zzzzzzzzzzzzzzzz')
    await passer.sees('没有这张码')

    const code = await stage.codeOf('宝山九村')
    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens('/')
    await sun.presses('二维码')
    await sun.presses('停用')
    await sun.sees('新邻居扫不进来')
    await sun.presses('停用')
    await sun.sees('二维码停用了')
    await passer.opens(`/j/${code}`)
    await passer.sees('这张码停用了')
    await passer.presses('请居委帮我登记')
    await passer.sees('工作人员当面帮您填')
    await passer.presses('知道了')
    await sun.presses('再出一张')
    await sun.presses('出第')
    await sun.sees('正在用')
  },
)

scene('with keys alone 孙主任 hangs a new code', async (stage) => {
  const before = await stage.codeOf('宝山九村')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk', keyboard: true })
  await sun.opens('/')
  await sun.presses('二维码')
  await sun.presses('换一张新的')
  await sun.presses('出第')
  await sun.sees('版出好了，去打印吧。')
  assert.notEqual(await stage.codeOf('宝山九村'), before)
})
