import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene('金阿姨 reads in large type, says what is wrong in the yard, and sees that it counted', async (stage) => {
  const jin = await stage.enters('金阿姨', { as: 'jin', device: 'elder' })
  await jin.opens('/home')
  await jin.sees('金阿姨')
  await jin.presses('说件事给居委')
  await jin.types('说说看', '院子里的长凳断了一条腿，老人坐上去要摔。')
  await jin.presses('小区里')
  await jin.presses('发出去')
  await jin.sees('长凳断了一条腿')
  await jin.sees('还没有人回应')
  await jin.opens('/home')
  await jin.presses('我说过的事')
  await jin.sees('长凳断了一条腿')
  await jin.opens('/me')
  await jin.presses('谁看过我的信息')
  await jin.opens('/me/notifications')
  await jin.opens('/me/sessions')
})

scene('the switch to 长辈版 stands on the first screen, and back', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/home')
  await wu.presses('长辈版')
  await wu.sees('标准版')
  await wu.presses('标准版')
  await wu.sees('长辈版')
})

scene('金阿姨 tells the committee alone: who can read it stands there whole, in two lines', async (stage) => {
  const jin = await stage.enters('金阿姨', { as: 'jin', device: 'elder' })
  await jin.opens('/compose')
  await jin.types('说说看', '隔壁夜里总有人敲墙，想请您来听一听。')
  await jin.presses('只给居委')
  await jin.presses('发出去')
  await jin.sees('还没有人回应')
  await jin.sees('只有您、居委书记主任和经办的人看得到')
  const wider = await jin.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(wider <= 0, `the page is ${wider} px wider than the screen`)
})
