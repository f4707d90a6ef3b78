import assert from 'node:assert/strict'
import type { Persona } from '../src/persona.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const writes = async (who: Persona, text: string): Promise<void> => {
  await who.opens('/compose')
  await who.types('说说看', text)
  await who.presses('小区里')
}

const countOf = async (
  stage: Stage,
  table: 'service_requests' | 'service_request_entries' | 'posts' | 'post_replies',
  text: string,
) => {
  const { count } = await stage.services.db.one<{ count: number }>(
    `select count(*)::int as count from ${table} where text = $1`,
    [text],
  )
  return count
}

/** What waits on this phone. */
const waits = async (who: Persona): Promise<string> => {
  const kept = JSON.parse(await who.keptOnDevice()) as Record<string, string>
  return kept['shequtong.outgoing'] ?? ''
}

scene(
  'without a net her words wait on the phone, outlast the page, and arrive by themselves exactly once',
  async (stage) => {
    const text = '北块的垃圾桶倒了，挡住消防通道。'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await writes(wu, text)
    await wu.goesOffline()
    await wu.presses('发出去')
    await wu.sees('等网络好了就发')
    await wu.sees(text)
    assert.equal(await wu.valueOf('说说看'), '')
    assert.ok((await waits(wu)).includes(text))
    assert.equal(await countOf(stage, 'service_requests', text), 0)

    // the first attempt after that reaches the server, and only its answer is lost
    await wu.losesNextReply('/service-requests')
    await wu.comesOnline()
    await wu.sees('发出去了', 20_000)
    assert.equal(await countOf(stage, 'service_requests', text), 1)
    assert.equal(await waits(wu), '')
    await wu.presses('去看看')
    await wu.sees('还没有人回应')

    const second = '还有一只桶的盖子不见了，有气味。'
    await writes(wu, second)
    await wu.goesOffline()
    await wu.presses('发出去')
    await wu.sees('等网络好了就发')
    await wu.page.close()
    await wu.comesOnline()
    wu.page = await wu.context.newPage()
    await wu.opens('/home')
    await wu.sees(second, 20_000)
    await wu.seesNoLonger('等网络好了就发')
    assert.equal(await countOf(stage, 'service_requests', second), 1)
  },
)

scene('a word among neighbours and one below it wait for the net too, and each arrives once', async (stage) => {
  const [offer, question] = ['家里有一袋花土，谁要来拿。', '还要吗？我晚上过来。']
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/home')
  await wu.pressesLink('邻里互助')
  await wu.pressesLink('在这里说一句')
  await wu.types('说说看', offer)
  await wu.goesOffline()
  await wu.presses('发出去')
  await wu.sees('等网络好了就发')
  await wu.presses('拿回来改')
  assert.equal(await wu.valueOf('说说看'), offer)
  await wu.presses('发出去')
  await wu.sees('等网络好了就发')
  await wu.comesOnline()
  await wu.sees('发出去了', 20_000)
  assert.equal(await countOf(stage, 'posts', offer), 1)

  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/home')
  await shen.pressesLink('家里有一袋花土')
  await shen.goesOffline()
  await shen.presses('说一句')
  await shen.types('您的话', question)
  await shen.presses('发出去')
  await shen.seesNoLonger('您的话')
  await shen.sees('等网络好了就发')
  await shen.losesNextReply('/replies')
  await shen.comesOnline()
  await shen.seesNoLonger('等网络好了就发', 20_000)
  await shen.sees(question)
  assert.equal(await countOf(stage, 'post_replies', question), 1)
})

scene(
  'she thinks better of it: taken back, the words stand where they were written and go out when she says so',
  async (stage) => {
    const text = '门卫室的窗户关不上。'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await writes(wu, text)
    await wu.goesOffline()
    await wu.presses('发出去')
    await wu.presses('拿回来改')
    assert.equal(await wu.valueOf('说说看'), text)
    assert.equal(await wu.valueOf('在哪里'), '小区里')
    assert.equal(await waits(wu), '')
    await wu.comesOnline()
    await wu.settles()
    assert.equal(await countOf(stage, 'service_requests', text), 0)
  },
)

scene('a reply waits in its thread, and 郭书记 reads it once when the net is back', async (stage) => {
  const text = '六号楼前的路面塌了一块，自行车进不去。'
  const reply = '今天早上又大了一圈。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await writes(wu, text)
  await wu.presses('发出去')
  await wu.sees('还没有人回应')
  await wu.goesOffline()
  await wu.presses('补一句')
  await wu.types('您的话', reply)
  await wu.presses('发出去')
  await wu.seesNoLonger('您的话')
  await wu.sees('等网络好了就发')
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink(text.slice(0, 10))
  await guo.doesNotSee(reply)
  await wu.comesOnline()
  await guo.sees(reply, 20_000)
  await wu.seesNoLonger('等网络好了就发')
  assert.equal(await countOf(stage, 'service_request_entries', reply), 1)
})

scene('the session ends while she types: she signs in above the page and goes on where she was', async (stage) => {
  const text = '三单元的声控灯整夜亮着。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await writes(wu, text)
  await stage.services.db.run(`update sessions set revoked_at = $1 where revoked_at is null`, [stage.clock.now()])
  await wu.presses('发出去')
  await wu.sees('请再登录一次')
  const { phone } = stage.person('wu')
  await wu.types('手机号', phone.replace(/^\+86/, ''))
  await wu.presses('收验证码')
  await wu.types('验证码', await stage.codeFor(phone))
  await wu.presses('登录，接着来')
  await wu.seesNoLonger('请再登录一次')
  assert.equal(await wu.valueOf('说说看'), text)
  assert.equal(await wu.valueOf('在哪里'), '小区里')
  await wu.presses('发出去')
  await wu.sees('还没有人回应')
  assert.equal(await countOf(stage, 'service_requests', text), 1)
})

scene('somebody else signs in above her page: nothing of hers is shown or sent', async (stage) => {
  const text = '我家楼上半夜拖椅子，想请居委劝一劝。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await writes(wu, text)
  await wu.goesOffline()
  await wu.presses('发出去')
  await wu.sees('等网络好了就发')
  await stage.services.db.run(`update sessions set revoked_at = $1 where revoked_at is null`, [stage.clock.now()])
  await wu.comesOnline()
  await wu.sees('请再登录一次', 20_000)
  const { phone } = stage.person('shen')
  await wu.types('手机号', phone.replace(/^\+86/, ''))
  await wu.presses('收验证码')
  await wu.types('验证码', await stage.codeFor(phone))
  await wu.presses('登录，接着来')
  await wu.sees('沈女士')
  await wu.doesNotSee(text)
  assert.equal(await countOf(stage, 'service_requests', text), 0)
})

scene('the server restarts while the thread is open: the answer stands in it without a reload, once', async (stage) => {
  const text = '健身角的双杠松了，孩子爱爬。'
  const answer = '已请施工队明早八点来紧，先围起来。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await writes(wu, text)
  await wu.presses('发出去')
  await wu.sees('还没有人回应')
  await wu.page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink(text.slice(0, 8))
  await guo.types('您的回应', answer)

  const sockets: string[] = []
  wu.page.on('websocket', (socket) => sockets.push(socket.url()))
  await stage.restarts()
  await guo.presses('回应')
  await wu.sees(answer, 20_000)
  assert.ok(sockets.length > 0, 'the page connected anew')
  assert.equal(await wu.page.getByText(answer).count(), 1)

  await stage.restarts(() => new Promise((resolve) => setTimeout(resolve, 2_500)))
  await guo.opens('/')
  await guo.pressesLink(text.slice(0, 8))
  await guo.presses('写结果')
  await guo.presses('办好了')
  await guo.types('结果是什么', '早上八点紧好了，摇过不动。')
  await guo.presses('写好结果，请本人确认')
  await wu.sees('由您说了算', 30_000)
  assert.equal(await wu.page.getByText(answer).count(), 1)
  assert.equal(await wu.page.getByText('早上八点紧好了，摇过不动。').count(), 1)
  assert.equal(await wu.page.evaluate(() => 'notReloaded' in globalThis), true)
})
