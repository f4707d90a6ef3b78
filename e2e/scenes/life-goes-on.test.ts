import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Persona } from '../src/persona.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

/** Who a neighbour of 宝山九村 is in real life: what they carry in their pocket. */
const papersOf = async (stage: Stage, shownName: string) => {
  const { db, vault } = stage.services
  const { personId, communityId } = await db.one<{ personId: string; communityId: number }>(
    `select person_id as "personId", community_id as "communityId" from memberships
     where shown_name = $1 and state <> 'ended'`,
    [shownName],
  )
  const own = await vault.ownIdentity(db, personId)
  assert.ok(own?.identity && own.phone)
  return { communityId, ...own.identity, phone: own.phone.replace('+86', '') }
}

const signsIn = async (stage: Stage, name: string, phone: string): Promise<Persona> => {
  const person = await stage.enters(name)
  await person.opens('/sign-in')
  await person.types('手机号', phone)
  await person.presses('收验证码')
  await person.types('验证码', await stage.codeFor(phone))
  await person.presses('进去')
  return person
}

const findsMember = async (sun: Persona, communityId: number, words: string, shownName: string) => {
  await sun.opens(`/work/${communityId}/members`)
  await sun.types('按名字、楼号、室号找', words)
  await sun.pressesLink(shownName)
}

scene('phone and WeChat are lost: 孙主任 compares the document, and 吴女士 is back on a new number', async (stage) => {
  const papers = await papersOf(stage, '92号楼 吴女士')
  const phone = '13800005512'
  const before = await stage.enters('吴女士', { as: 'wu' })
  await before.opens('/me')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await findsMember(sun, papers.communityId, '吴 502', '92号楼 吴女士')
  await sun.presses('在柜台换手机号')
  await sun.presses('换成这个手机号')
  await sun.sees('请照证件填。')
  await sun.types('证件号', papers.documentNumber)
  await sun.types('新手机号', phone)
  await sun.presses('收验证码')
  await sun.sees(`发到 ${phone} 了`)
  await sun.types('验证码', await stage.codeFor(phone))
  await sun.types('原因', '手机丢了，本人带身份证来办。')
  await sun.presses('微信也丢了')
  await sun.presses('换成这个手机号')
  await sun.sees('现在用尾号 5512 的手机登录')

  await before.opens('/me')
  await before.doesNotSee('我说过的事')
  await stage.timePasses({ minutes: 2 })
  const wu = await signsIn(stage, '吴女士', phone)
  await wu.opens('/me/look-ups')
  await wu.sees('手机丢了，本人带身份证来办。')
  await wu.opens('/me/notifications')
  await wu.sees('居委在柜台给您换了手机号')
})

scene('a new number by herself: the code goes to it, and a wrong one is told at its field', async (stage) => {
  const phone = '13800005513'
  const jin = await stage.enters('金阿姨', { as: 'jin', device: 'elder' })
  await jin.opens('/me')
  await jin.pressesLink('换手机号')
  await jin.types('新手机号', phone)
  await jin.presses('收验证码')
  await jin.sees(`发到 ${phone} 了`)
  await jin.types('验证码', '12')
  await jin.presses('换成这个号码')
  await jin.sees('验证码是 6 位数字。')
  await jin.types('验证码', await stage.codeFor(phone))
  await jin.presses('换成这个号码')
  await jin.sees('以后用尾号 5513 的手机登录')
})

scene('吴女士 lets 李先生 speak for her, reads who filed it, and takes the consent back', async (stage) => {
  const text = '厨房水管接头在滴水，想请师傅来看看。'
  const { phone } = await papersOf(stage, '92号楼 李先生')
  const li = await signsIn(stage, '李先生', phone)
  await li.opens('/me/household')
  assert.equal(await li.isOffered('替 TA 说件事：92号楼 吴女士'), false)
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/me/household')
  await wu.presses('让 TA 替我说：92号楼 李先生')
  await wu.presses('同意')
  await wu.sees('可以替您说事了')
  await li.opens('/me/household')
  await li.presses('替 TA 说件事：92号楼 吴女士')
  await li.types('说说看', text)
  await li.presses('92号楼')
  await li.presses('以92号楼 吴女士的名义发出')
  await li.sees('替92号楼 吴女士说好了')
  await wu.opens('/mine')
  await wu.pressesLink('厨房水管接头在滴水')
  await wu.sees('李先生')
  await wu.opens('/me/household')
  await wu.presses('不让了：92号楼 李先生')
  await wu.presses('收回')
  await wu.sees('不能再替您说事了')
  await li.opens('/me/household')
  assert.equal(await li.isOffered('替 TA 说件事：92号楼 吴女士'), false)
})

scene('孙主任 suspends with a reason and a last day; the neighbour reads both and can call', async (stage) => {
  const { phone, communityId } = await papersOf(stage, '92号楼 李先生')
  const reason = '反复在群里贴广告，请先来居委会说一声。'
  const sun = await stage.enters('孙主任', { as: 'sun' })
  await findsMember(sun, communityId, '李先生', '92号楼 李先生')
  await sun.presses('停用')
  await sun.presses('停用')
  await sun.sees('请写一个实在的原因')
  await sun.types('原因', reason)
  await sun.page.getByLabel('停用到哪一天').fill(stage.clock.now().toISOString().slice(0, 10))
  await sun.presses('停用')
  await sun.sees('通知已发给本人')
  await stage.timePasses({ minutes: 2 })
  const li = await signsIn(stage, '李先生', phone)
  await li.opens('/me')
  await li.pressesLink('现在只能看，不能说')
  await li.sees(reason)
  assert.match(await li.linkTo('打电话给居委'), /^tel:0210000\d{4}$/)
  await sun.presses('恢复')
  await sun.presses('恢复')
  await sun.sees('恢复了')
})

scene('吴女士 takes a copy along: one file to read, with the whole for programs inside', async (stage) => {
  const { trueName } = await papersOf(stage, '92号楼 吴女士')
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await wu.opens('/me/export')
  const arrives = wu.page.waitForEvent('download')
  await wu.presses('存成文件')
  const download = await arrives
  assert.match(download.suggestedFilename(), /^社区通-我的资料-\d{4}-\d{2}-\d{2}\.html$/)
  const file = await readFile(await download.path(), 'utf8')
  const held = JSON.parse(/id="data">(.*)<\/script>/.exec(file)?.[1] ?? '') as { identity: { trueName: string } }
  assert.equal(held.identity.trueName, trueName)
  assert.ok(file.includes(`<dd>${trueName}</dd>`))
  await wu.sees('存好了')
  await wu.opens('/me/look-ups')
  await wu.sees('您自己')
})

scene('what 孙主任 puts up stands at the gate, and stopping a code says what comes next', async (stage) => {
  const code = await stage.codeOf('宝山九村')
  const passer = await stage.enters('路人')
  await passer.opens(`/j/${code}`)
  await passer.sees('南块、北块、中艺花园')
  const { communityId } = await papersOf(stage, '92号楼 吴女士')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await sun.opens(`/work/${communityId}/office`)
  await sun.types('办公电话', '请上门')
  await sun.presses('放上去')
  await sun.sees('这个号码打不通的样子')
  await sun.types('办公电话', '021-00001234')
  await sun.presses('放上去')
  await sun.sees('放上去了')
  await passer.opens(`/j/${code}`)
  assert.equal(await passer.linkTo('打电话给居委'), 'tel:02100001234')

  await sun.opens(`/work/${communityId}/qr-codes`)
  await sun.presses('停用')
  await sun.sees('停用宝山九村的二维码？')
  await sun.presses('停用')
  await sun.sees('二维码停用了')
  await sun.presses('再出一张')
  await sun.sees('给宝山九村再出一张？')
  await sun.presses('出第 2 版')
  await sun.sees('第 2 版，正在用')
  await passer.opens(`/j/${code}`)
  await passer.sees('这张码停用了')
  await passer.sees('打电话给居委')
})
