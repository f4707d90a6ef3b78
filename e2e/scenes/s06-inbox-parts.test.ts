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

    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens(`${home}${address.search}`)
    await sun.sees('电梯的分摊表')
    await sun.doesNotSee('北块垃圾房')
    assert.equal(await sun.page.getByRole('searchbox').inputValue(), '分摊')
  },
)
