import assert from 'node:assert/strict'
import type { Persona } from '../src/persona.ts'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

const stepsOf = async (person: Persona) => {
  const steps = person.page.getByRole('list', { name: '办到哪一步' }).getByRole('listitem')
  return (await steps.allInnerTexts()).map((step) => step.replaceAll(/\s+/g, ' '))
}

scene(
  'a neighbour answers, and 吴女士 says that this is the answer: the clock stops by her own word',
  async (stage) => {
    const text = '14号楼的信箱钥匙丢了，去哪里配？'
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens('/compose')
    await wu.types('说说看', text)
    await wu.types('在哪里', '14号楼')
    await wu.presses('发出去')
    const gu = await stage.enters('顾老伯', { as: 'gu' })
    await gu.opens('/home')
    await gu.pressesLink(text.slice(0, 8))
    await gu.presses('说一句')
    await gu.types('您的话', '门卫室有备用的，每天九点到五点去拿，五块钱押金。')
    await gu.presses('发出去')
    await wu.sees('门卫室有备用的')
    await wu.presses('这就是我要的回应')
    await wu.sees('邻居回应了，您认可')
    await gu.sees('邻居回应了，本人认可')
    assert.match((await stepsOf(wu))[1] ?? '', /回应/)
  },
)

scene('孙主任 endorses a neighbour’s answer from the desk, and the asker sees whose word it was', async (stage) => {
  const text = '健身器材那边的路灯几点开？'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/compose')
  await wu.types('说说看', text)
  await wu.types('在哪里', '健身点')
  await wu.presses('发出去')
  const gu = await stage.enters('顾老伯', { as: 'gu' })
  await gu.opens('/home')
  await gu.pressesLink(text.slice(0, 8))
  await gu.presses('说一句')
  await gu.types('您的话', '冬天下午五点半开，早上六点半关，是物业设的。')
  await gu.presses('发出去')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await sun.opens('/')
  await sun.pressesLink(text.slice(0, 8))
  await sun.presses('认可，算作回应')
  await wu.sees('邻居回应了，孙主任认可')
})
