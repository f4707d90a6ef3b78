import assert from 'node:assert/strict'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene('吴女士 says where it is with one tap; neighbours and 郭书记 read the place beside the words', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/home')
  await wu.presses('说件事')
  await wu.types('说说看', '楼道里堆了三辆旧自行车，推婴儿车过不去。')
  assert.equal(await wu.valueOf('在哪里'), '92号楼')
  await wu.types('在哪里', '')
  await wu.presses('发出去')
  await wu.sees('在哪里？写楼号或者地方')
  await wu.presses('92号楼楼道')
  await wu.presses('发出去')
  await wu.sees('92号楼楼道')

  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/home')
  await shen.sees('92号楼楼道')

  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await guo.pressesLink('楼道里堆了三辆旧自行车')
  await guo.sees('楼道里堆了三辆旧自行车，推婴儿车过不去。')
})

scene('with keys alone a post gets its place', async (stage) => {
  const wu = await stage.enters('吴女士', { as: 'wu', keyboard: true })
  await wu.opens('/compose')
  await wu.types('说说看', '北块步道的砖松了两块，晚上容易绊。')
  await wu.types('在哪里', '北块步道，近 92号楼')
  await wu.presses('发出去')
  await wu.sees('北块步道，近 92号楼')
})
