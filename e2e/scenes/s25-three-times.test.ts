import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  'the three times on the thread are the clock’s, and 杜科长 reads the same thread three clicks from the district',
  async (stage) => {
    const text = '14号楼前的井盖翘起来了，自行车轧上去会摔。'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/compose')
    await wu.types('说说看', text)
    await wu.types('在哪里', '14号楼前')
    await wu.presses('发出去')
    await stage.timePasses({ minutes: 9 })
    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.pressesLink(text.replace('。', ''))
    await stage.timePasses({ minutes: 16 })
    await guo.types('您的回应', '已经围起来了，市政的人今晚来换井盖。')
    await guo.presses('回应')
    await stage.timePasses({ hours: 3, minutes: 5 })
    await guo.presses('回去看看')
    await guo.presses('写结果')
    await guo.presses('办好了')
    await guo.types('结果是什么', '井盖换了新的，踩上去不响。')
    await guo.presses('写好结果，请本人确认')

    await wu.sees('由您说了算')
    const steps = wu.page.getByRole('list', { name: '办到哪一步' }).getByRole('listitem')
    const read = (await steps.allInnerTexts()).map((step) => step.replaceAll(/\s+/g, ' '))
    assert.match(read[0] ?? '', /听到.* 9 分钟 今天 19:51/)
    assert.match(read[1] ?? '', /回应.* 25 分钟 今天 20:07/)
    assert.match(read[2] ?? '', /解决.* 3 小时 今天 23:12/)

    const du = await stage.enters('杜科长', { as: 'du', device: 'desk' })
    await du.opens('/')
    await du.sees('567')
    await du.pressesLink('友谊路街道')
    await du.pressesLink('宝山九村')
    await du.pressesLink(text.slice(0, 10))
    await du.sees('井盖换了新的，踩上去不响。')
    await du.sees('92号楼 吴女士')
    await du.sees('今天 23:12')
  },
)

scene('what happens in a community shows in the command center within two seconds', async (stage) => {
  const du = await stage.enters('杜科长', { as: 'du', device: 'desk' })
  await du.opens('/')
  const qin = await stage.enters('秦干事', { as: 'qin', device: 'desk' })
  await qin.opens('/')
  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/compose')
  await shen.types('说说看', '小门今晚又早锁了一刻钟，绕了一大圈。')
  await shen.types('在哪里', '北小门')
  await shen.presses('发出去')
  await du.sees('小门今晚又早锁了一刻钟', 2_000)
  await qin.sees('小门今晚又早锁了一刻钟', 2_000)

  await du.pressesLink('7 天')
  await du.sees('前 7 天')
  const shared = new URL(du.page.url())
  const colleague = await stage.enters('杜科长的同事', { as: 'du', device: 'desk' })
  await colleague.opens(`${shared.pathname}${shared.search}`)
  await colleague.sees('前 7 天')
  await colleague.pressesLink('友谊路街道')
  await colleague.sees('前 7 天')
})

scene('with keys alone 杜科长 goes from the district to the thread', async (stage) => {
  const du = await stage.enters('杜科长', { as: 'du', device: 'desk', keyboard: true })
  await du.opens('/')
  await du.pressesLink('友谊路街道')
  await du.pressesLink('宝山九村')
  await du.pressesLink('号楼')
  await du.sees('号楼')
})

scene(
  'what 郭书记 reports up waits in the subdistrict’s inbox; 秦干事 answers, returns another, and 吴女士 reads both',
  async (stage) => {
    const texts = ['淞宝路半夜渣土车太吵，窗户都不敢开。', '楼道里的灯管坏了两根，晚上看不清台阶。'] as const
    const wu = await stage.enters('吴女士', { as: 'wu' })
    const { communityId } = await stage.services.db.one<{ communityId: number }>(
      `select community_id as "communityId" from communities where short_name = '宝山九村'`,
    )
    const guo = await stage.enters('郭书记', { as: 'guo' })
    const asked: string[] = []
    for (const text of texts) {
      const body = { kind: 'complaint', text, place: '淞宝路' }
      const { serviceRequestId } = await wu.posts<{ serviceRequestId: string }>(
        `/communities/${communityId}/service-requests`,
        body,
      )
      const reason = '沿街七栋楼反映，需要街道协调交警。'
      await guo.posts(`/communities/${communityId}/service-requests/${serviceRequestId}/escalate`, {
        toLevel: 'subdistrict',
        reason,
      })
      asked.push(serviceRequestId)
    }
    const qin = await stage.enters('秦干事', { as: 'qin', device: 'desk' })
    await qin.opens('/')
    await qin.presses('报上来的事')
    await qin.pressesLink('渣土车太吵')
    await qin.sees('沿街七栋楼反映，需要街道协调交警。')
    await qin.presses('以街镇的名义')
    await qin.types('您的回应', '交警今晚十点起在路口查，渣土车改走月浦路。')
    await qin.presses('回应')
    await qin.sees('回应了92号楼 吴女士，时钟停了。')
    await qin.pressesLink('楼道里的灯管')
    await qin.presses('退回')
    await qin.types('原因', '楼道灯归小区物业，居委可以直接办。')
    await qin.presses('退给居委')
    await qin.sees('的事退回去了')
    await wu.opens(`/communities/${communityId}/service-requests/${asked[0]}`)
    await wu.sees('交警今晚十点起在路口查')
    await wu.opens(`/communities/${communityId}/service-requests/${asked[1]}`)
    await wu.sees('楼道灯归小区物业，居委可以直接办。')
    await guo.opens('/me/notifications')
    await guo.presses('上一级退回来一件事')
    await guo.sees('楼道里的灯管')
  },
)
