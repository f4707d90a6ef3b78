import assert from 'node:assert/strict'
import { inventIdNumber } from '../../server/test/support/test-world.ts'
import type { Persona } from '../src/persona.ts'
import { choosesHome, namesAndAgrees, tellsIdentity } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const isAuthorize = (url: URL) => url.pathname === '/connect/oauth2/authorize'

/** The phone is in WeChat, signed in there as `wechatName`; `snapshot`: it only looks around without having agreed. */
const isInWechat = async (stage: Stage, who: Persona, wechatName: string, snapshot = false): Promise<void> => {
  who.watched.mayLeaveFor(stage.wechatOrigin)
  await who.context.unroute(isAuthorize)
  await who.context.route(isAuthorize, (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('as', wechatName)
    if (snapshot) url.searchParams.set('snapshot', '1')
    return route.continue({ url: url.href })
  })
}

/** The address that WeChat sends the browser back to, as the browser asked for it. */
const returnAddress = (who: Persona): Promise<string> =>
  who.context
    .waitForEvent('request', { predicate: (request) => new URL(request.url()).pathname === '/sign-in/wechat' })
    .then((request) => request.url())

scene(
  '王女士 comes through WeChat, registers without a code by SMS, and WeChat knows her the next time',
  async (stage) => {
    const code = await stage.codeOf('宝山九村')
    const wang = await stage.enters('王女士')
    await isInWechat(stage, wang, 'wang')
    await wang.opens(`/j/${code}`)
    await wang.presses('登记成为邻居')
    await wang.presses('用微信进')
    await wang.sees('姓名')
    assert.equal(wang.path, `/j/${code}/register`)
    await tellsIdentity(wang, { trueName: '王素芳', idNumber: inventIdNumber('1979-04-02', 326) })
    await choosesHome(wang, ['北块', '92号楼', '2 单元', '601'])
    await wang.presses('居民')
    await wang.presses('家属')
    await wang.presses('下一步：邻居怎么叫您')
    await namesAndAgrees(wang)
    await wang.sees('等居委核对')

    const again = await stage.enters('王女士, on her other phone')
    await isInWechat(stage, again, 'wang')
    await again.opens('/sign-in')
    await again.presses('用微信进')
    await again.sees('等居委核对')
    assert.doesNotMatch(await again.keptOnDevice(), /o-wang|u-wang|王素芳/)
  },
)

scene('who only looks around in WeChat is told why and what to press, and goes on by phone', async (stage) => {
  const looker = await stage.enters('somebody')
  await isInWechat(stage, looker, 'ghost', true)
  await looker.opens(`/j/${await stage.codeOf('宝山九村')}`)
  await looker.presses('登记成为邻居')
  await looker.presses('用微信进')
  await looker.sees('微信没有告诉我们您是谁')
  await looker.sees('使用完整服务')
  assert.equal((await looker.fetches('/api/v1/me/sessions')).status, 401)
  await looker.presses('用手机号进')
  await looker.sees('手机号')
  assert.equal(looker.path, '/sign-in')
})

scene('an address of WeChat’s opens one door once, in the browser that asked for it', async (stage) => {
  const lin = await stage.enters('林先生')
  await isInWechat(stage, lin, 'lin-again')
  await lin.opens('/sign-in')
  const [used] = await Promise.all([returnAddress(lin), lin.presses('用微信进')])
  await lin.settles()
  assert.equal((await lin.fetches('/api/v1/me/sessions')).status, 200)

  const other = await stage.enters('whoever got the address')
  other.watched.mayLeaveFor(stage.wechatOrigin)
  const isShut = async (address: string, words: string) => {
    await other.opens(address)
    await other.sees(words)
    assert.equal((await other.fetches('/api/v1/me/sessions')).status, 401)
  }
  const { pathname, search } = new URL(used)
  await isShut(`${pathname}${search}`, '请从头再进一次')
  await isShut('/sign-in/wechat?code=abc&state=neverGivenOut', '请从头再进一次')
  await isShut('/sign-in/wechat', '您没有同意微信登录')

  // a state of one's own with a code that was used before
  const oldCode = new URL(used).searchParams.get('code') ?? ''
  await other.context.route(isAuthorize, (route) => {
    const asked = new URL(route.request().url()).searchParams
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.searchParams.set('code', oldCode)
    back.searchParams.set('state', asked.get('state') ?? '')
    return route.fulfill({ status: 302, headers: { location: back.href } })
  })
  await other.opens('/sign-in')
  await other.presses('用微信进')
  await other.sees('微信的凭证只能用一次')
  assert.equal((await other.fetches('/api/v1/me/sessions')).status, 401)

  // a state that another browser asked for, with a fresh code: an address sent to somebody signs nobody in
  const sender = await stage.enters('the sender')
  await isInWechat(stage, sender, 'sender')
  await sender.opens('/sign-in')
  const caught = sender.context.waitForEvent('request', {
    predicate: (request) => new URL(request.url()).pathname === '/sign-in/wechat',
  })
  await sender.context.route(
    (url) => url.pathname === '/sign-in/wechat',
    (route) => route.abort('aborted'),
  )
  sender.watched.forgivesNetwork()
  await (await sender.page.getByRole('button', { name: '用微信进' }).first()).click()
  const sent = new URL((await caught).url())
  await isShut(`${sent.pathname}${sent.search}`, '请从头再进一次')
})
