import assert from 'node:assert/strict'
import type { DemoPerson } from '@shequtong/worlds/demo/person-types'
import { inventIdNumber } from '../../server/test/support/test-world.ts'
import type { DeviceName } from '../src/devices.ts'
import type { Persona } from '../src/persona.ts'
import { photoFromPhone } from '../src/photos.ts'
import { signsInByPhone } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const photo = async () => [{ name: 'IMG_0002.JPG', mimeType: 'image/jpeg', buffer: await photoFromPhone() }]

const desk = async (stage: Stage, name: string, as: string, device: DeviceName = 'desk'): Promise<Persona> => {
  const cadre = await stage.enters(name, { as, device })
  await cadre.opens('/')
  return cadre
}

/** The doors of the desk, on a phone behind "more" where they have no room. */
const atCounter = async (cadre: Persona, what: string): Promise<void> => {
  await cadre.presses('代录')
  await cadre.presses(what)
}

/** Into the picker of photos below this heading. */
const shows = async (who: Persona, heading: string): Promise<void> => {
  const part = who.page.getByRole('region', { name: heading })
  await part.getByLabel('相册').setInputFiles(await photo())
  await part.getByText('传好').first().waitFor({ timeout: 15_000 })
}

interface Called {
  readonly name: string
  readonly phone: string
}

const called = ({ home, shownName, phone }: DemoPerson): Called => ({
  name: `${home?.dwelling.split('/')[1]}号楼 ${shownName}`,
  phone,
})

/** Two grown-up members of one dwelling, as their neighbours call them. */
const behindOneDoor = (stage: Stage): [Called, Called] => {
  const members = stage.world.people.filter(
    ({ home, standing }) => home?.community === 'baoshan-9' && standing === 'member',
  )
  for (const one of members) {
    const other = members.find(({ id, home }) => id !== one.id && home?.dwelling === one.home?.dwelling)
    if (other !== undefined) return [called(one), called(other)]
  }
  throw new Error('no two of the demo live behind one door')
}

scene(
  '王阿婆 has no phone: 孙主任 registers her from the signed paper, prints the receipt, 郭书记 approves',
  async (stage) => {
    const sun = await desk(stage, '孙主任', 'sun')
    await atCounter(sun, '登记成为邻居')
    await sun.presses('登记，打回执')
    await sun.sees('上面有几处要看一眼')
    await sun.presses('本人在场')
    await sun.types('姓名', '王桂英')
    await sun.types('身份证号', inventIdNumber('1949-03-08', 42))
    await sun.presses('没有手机')
    await sun.presses('北块')
    await sun.presses('55号楼')
    await sun.presses('1 单元')
    await sun.presses('601')
    await sun.presses('居民')
    await sun.presses('业主')
    const consents = sun.page.locator('.counter-consent')
    for (const consent of await consents.all()) await consent.getByText('同意', { exact: true }).click()
    await shows(sun, '签过名的纸')
    await sun.presses('登记，打回执')
    await sun.sees('登记交上去了')
    await sun.sees('1 张，有签名，已留存')
    const code = (await sun.page.locator('.receipt__code').innerText()).replaceAll(' ', '')
    await sun.page.emulateMedia({ media: 'print' })
    assert.equal(await sun.page.getByRole('button', { name: '打回执' }).isVisible(), false)
    assert.equal(await sun.page.locator('.receipt').isVisible(), true)
    await sun.page.emulateMedia({ media: 'screen' })

    const daughter = await stage.enters('her daughter', { device: 'phone' })
    await daughter.opens(`/r/${code}`)
    await daughter.sees('等居委看')
    await daughter.doesNotSee('王')

    const guo = await desk(stage, '郭书记', 'guo')
    await guo.presses('登记审核')
    await guo.pressesLink('55号楼 1 单元 601')
    await guo.sees('签过名的纸')
    await guo.presses('通过')
    if (await guo.isOffered('还是通过')) await guo.presses('还是通过')
    await guo.settles()
    await daughter.opens(`/r/${code}`)
    await daughter.sees('通过了')
  },
)

scene(
  '孙主任 files a matter for 陈先生 with photos and the paper; 郭书记 solves it; on his word by telephone 孙主任 confirms',
  async (stage) => {
    const text = '家里的灯管坏了，我站不上凳子。'
    const sun = await desk(stage, '孙主任', 'sun')
    await atCounter(sun, '说一件事')
    await sun.presses('写下来，出回执')
    await sun.sees('请先选是谁的事。')
    await sun.types('替谁说', '陈先生')
    await sun.presses('选71号楼 陈先生')
    await sun.presses('上门')
    await sun.presses('求助')
    await sun.types('说说看', text)
    await sun.presses('北块')
    await sun.chooses('哪一栋楼', '71号楼')
    await sun.presses('2 单元')
    await shows(sun, '照片')
    await shows(sun, '签过名的纸')
    await sun.presses('写下来，出回执')
    await sun.sees('71号楼 陈先生，您的事记下了。')
    const code = (await sun.page.locator('.receipt__code').innerText()).replaceAll(' ', '')

    const chen = await stage.enters('陈先生')
    await signsInByPhone(stage, chen, stage.person('chen').phone)
    await chen.opens('/mine')
    await chen.pressesLink('家里的灯管坏了')
    await chen.sees('孙主任代录')
    assert.equal((await chen.photos()).length, 1)
    const shen = await stage.enters('沈女士', { as: 'shen' })
    await shen.opens(chen.path)
    await shen.sees('孙主任代录')
    await shen.doesNotSee('签过名的纸')

    const guo = await desk(stage, '郭书记', 'guo')
    await guo.pressesLink('家里的灯管坏了')
    await guo.sees('签过名的纸')
    await guo.presses('写结果')
    await guo.presses('办好了')
    await guo.types('结果是什么', '下午上门换好了，亮的。')
    await guo.presses('写好结果，请本人确认')
    await guo.presses('回去看看')
    await guo.sees('结果是您写的')

    await sun.opens('/')
    await atCounter(sun, '等一句话')
    await sun.sees('家里的灯管坏了')
    await sun.presses('听到本人一句话：71号楼 陈先生')
    await sun.presses('打电话')
    await sun.types('本人说了什么', '亮堂多了，谢谢。')
    await sun.presses('本人说办好了')
    await sun.sees('没有在等的')
    await chen.sees('电话里听到的')
    await chen.sees('亮堂多了，谢谢。')
    const passer = await stage.enters('whoever holds the paper')
    await passer.opens(`/r/${code}`)
    await passer.sees('办好了，本人确认过')
  },
)

scene(
  'a member lets one of the family speak for them, taken down at the counter: files, hears them, and confirms',
  async (stage) => {
    const text = '卫生间的地漏反味，我弯不下腰。'
    const [member, relative] = behindOneDoor(stage)
    const sun = await desk(stage, '孙主任', 'sun')
    await atCounter(sun, '请家里人代办')
    await sun.types('谁请人代办', member.name)
    await sun.presses(`选${member.name}`)
    await sun.presses(`选${relative.name}`)
    await sun.presses('本人说好了，记下')
    await sun.sees('可以替')

    const family = await stage.enters('one of the family')
    await signsInByPhone(stage, family, relative.phone)
    await family.opens('/compose')
    await family.presses(member.name)
    await family.sees('记在家里人名下')
    await family.types('说说看', text)
    await family.presses('发出去')
    await family.sees('您的事记下了')
    const guo = await desk(stage, '郭书记', 'guo')
    await guo.pressesLink('卫生间的地漏反味')
    await guo.presses('写结果')
    await guo.presses('办好了')
    await guo.types('结果是什么', '师傅换了存水弯，通水试过。')
    await guo.presses('写好结果，请本人确认')
    await family.opens('/mine')
    await family.sees('替家里人听一句话')
    await family.pressesLink('卫生间的地漏反味')
    await family.presses('听到本人一句话')
    await family.presses('本人说办好了')
    await family.sees('本人在场说的')
  },
)

for (const device of ['phone', 'elder'] as const)
  scene(`on a ${device}: the counter, part by part`, async (stage) => {
    const sun = await stage.enters('孙主任', { as: 'sun', device })
    await sun.opens('/')
    const work = sun.path
    for (const tab of ['', '?for=request', '?for=word', '?for=helper']) await sun.opens(`${work}/assisted${tab}`)
  })
