import assert from 'node:assert/strict'
import { inventIdNumber } from '../../server/test/support/test-world.ts'
import { namesAndAgrees, scansAndShowsPhone, tellsIdentity } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()
const papersOf = (trueName: string, phone: string, order: number) => ({
  trueName,
  phone,
  idNumber: inventIdNumber('1990-05-06', order),
})

scene(
  '小陈 works in the compound and registers without a dwelling; approved, he may ask for something there',
  async (stage) => {
    const papers = papersOf('陈小东', '13900005551', 331)
    const chen = await stage.enters('小陈')
    await scansAndShowsPhone(stage, chen, await stage.codeOf('宝山九村'), papers.phone)
    await tellsIdentity(chen, papers)
    await chen.presses('我不住这里，在这里上班、开店')
    await chen.presses('下一步')
    assert.equal(await chen.isOffered('居民'), false)
    await chen.presses('职工')
    assert.equal(await chen.isOffered('业主'), false)
    await chen.presses('下一步：邻居怎么叫您')
    await namesAndAgrees(chen)
    await chen.sees('等居委核对')

    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens('/')
    await sun.presses('登记审核')
    await sun.pressesLink('职工')
    await sun.sees('没有门牌')
    await sun.presses('通过，成为邻居')
    await sun.sees('成了邻居。')
    await chen.opens('/home')
    await chen.sees('邻里近事')
    await chen.opens('/me')
    await chen.sees('职工')
  },
)

scene('the Party badge is shown only to who declared it and agreed to it by itself', async (stage) => {
  const refusing = papersOf('赵立新', '13900005552', 333)
  const agreeing = papersOf('钱立新', '13900005553', 335)
  for (const [papers, room, consent] of [
    [refusing, '601', '不同意'],
    [agreeing, '602', '同意'],
  ] as const) {
    const who = await stage.enters(papers.trueName)
    await scansAndShowsPhone(stage, who, await stage.codeOf('宝山九村'), papers.phone)
    await tellsIdentity(who, papers)
    for (const choice of ['北块', '92号楼', '2 单元', room]) await who.presses(choice)
    await who.presses('下一步：您是业主还是租户')
    await who.presses('居民')
    await who.presses('租户')
    await who.presses('下一步：邻居怎么叫您')
    await who.presses('就叫')
    await who.presses('我是党员，愿意亮出来')
    await who.presses('下一步：几件事请您同意')
    for (const kind of ['service', 'identity', 'roll', 'party', 'sms'])
      await who.presses(kind === 'party' ? consent : '同意')
    await who.presses('交给居委核对')
    await who.sees('等居委核对')
    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens('/')
    await sun.presses('登记审核')
    await sun.pressesLink(`92号楼 2 单元 ${room}`)
    await sun.presses('通过，成为邻居')
    await sun.sees('成了邻居。')
    await who.opens('/compose')
    await who.presses('说件事')
    await who.types('说说看', '楼道的灯今天亮了，谢谢。')
    await who.presses('92号楼')
    await who.presses('发出去')
    await who.sees('楼道的灯今天亮了，谢谢。')
    if (consent === '同意') await who.sees('党员')
    else await who.doesNotSee('党员')
  }
})

scene('with keys alone a shopkeeper registers', async (stage) => {
  const papers = papersOf('孙小店', '13900005554', 337)
  const shop = await stage.enters('店主', { keyboard: true })
  await scansAndShowsPhone(stage, shop, await stage.codeOf('宝山九村'), papers.phone)
  await tellsIdentity(shop, papers)
  await shop.presses('我不住这里，在这里上班、开店')
  await shop.presses('下一步')
  await shop.presses('商户')
  await shop.presses('下一步：邻居怎么叫您')
  await namesAndAgrees(shop)
  await shop.sees('等居委核对')
})
