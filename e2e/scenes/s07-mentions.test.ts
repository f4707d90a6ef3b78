import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '吴女士 names 居委主任 with an @ among neighbours: 孙主任 finds it in the inbox with its time, answers, and the clock stops',
  async (stage) => {
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/home')
    await wu.pressesLink('上午凉亭修小家电')
    await wu.presses('说一句')
    await wu.types('您的话', '请问 @居委主')
    await wu.presses('居委主任 孙主任')
    await wu.sees('请问 @居委主任')
    await wu.presses('发出去')
    await wu.sees('还没看')
    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens('/')
    await sun.sees('有人@您的岗位，等回应')
    await sun.pressesLink('请问 @居委主任')
    await wu.sees('看到了，还没回应', 3_000)
    await sun.presses('说一句')
    await sun.types('您的话', '雨停了照常修，下雨改到活动室。')
    await sun.presses('发出去')
    await wu.sees('雨停了照常修，下雨改到活动室。', 3_000)
    await wu.seesNoLonger('看到了，还没回应')
  },
)
