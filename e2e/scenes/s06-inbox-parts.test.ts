import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '郭书记 narrows the inbox to what is overdue, to words and a kind, and the address keeps the part',
  async (stage) => {
    const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
    await guo.opens('/')
    await guo.sees('收件箱')
    const home = new URL(guo.page.url()).pathname
    await guo.pressesLink('超时')
    await guo.sees('北块垃圾房')
    await guo.doesNotSee('电梯的分摊表')
    assert.equal(new URL(guo.page.url()).searchParams.get('show'), 'overdue')
    await guo.looksAround()

    await guo.pressesLink('全部')
    await guo.page.keyboard.press('/')
    await guo.types('在收件箱里找', '分摊')
    await guo.sees('电梯的分摊表')
    await guo.seesNoLonger('北块垃圾房')
    await guo.chooses('哪一种', '投诉')
    await guo.sees('没有这样的')
    await guo.looksAround()
    await guo.chooses('哪一种', '各种都要')
    await guo.sees('电梯的分摊表')
    await guo.page.getByRole('searchbox').blur()
    await guo.page.keyboard.press('j')
    await guo.settles()
    const address = new URL(guo.page.url())
    assert.match(address.pathname, /service-requests/)
    assert.equal(address.searchParams.get('q'), '分摊')

    await guo.presses('存成常看')
    await guo.types('叫什么', '电梯')
    await guo.presses('存好')
    const phone = await stage.enters('郭书记', { as: 'guo' })
    await phone.opens('/')
    await phone.pressesLink('电梯')
    await phone.sees('不再常看')
    await phone.doesNotSee('北块垃圾房')
    await guo.presses('导出')
    const [file] = await Promise.all([guo.page.waitForEvent('download'), guo.presses('存成 Excel')])
    assert.equal(file.suggestedFilename(), '宝山九村-收件箱.xlsx')
    await guo.sees('存好了，1 件')
    await guo.sees('郭书记（居民区书记），1 件')

    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens(`${home}${address.search}`)
    await sun.sees('电梯的分摊表')
    await sun.doesNotSee('北块垃圾房')
    assert.equal(await sun.page.getByRole('searchbox').inputValue(), '分摊')
  },
)

scene('郭书记 keeps a prepared answer with a blank; only filled in does it count', async (stage) => {
  const template = '您好，____上午物业派人来看。'
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink('南块围墙的小门')
  await guo.presses('常用的话')
  await guo.presses('存一句新的')
  await guo.types('这一句话', '您好，物业派人来看。')
  await guo.presses('存好')
  await guo.sees('请至少留一个空')
  await guo.types('这一句话', template)
  await guo.presses('存好')
  await guo.presses(template)
  await guo.sees('还有空没填')
  await guo.sees('先发这句')
  // the blank is marked: what is typed fills it
  await guo.page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement)
  await guo.page.keyboard.type('明天')
  await guo.doesNotSee('还有空没填')
  await guo.page.keyboard.press('Control+Enter')
  await guo.sees('回应了18号楼 沈女士，时钟停了。')
  await guo.pressesLink('回去看看')
  await guo.sees('您好，明天上午物业派人来看。')
})
