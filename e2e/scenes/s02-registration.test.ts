import assert from 'node:assert/strict'
import { inventIdNumber } from '../../server/test/support/test-world.ts'
import type { Persona } from '../src/persona.ts'
import { choosesHome, namesAndAgrees, scansAndShowsPhone, tellsIdentity } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()
const home302 = ['北块', '92号楼', '2 单元', '302']
const home601 = ['南块', '18号楼', '1 单元', '601']

/** Somebody whom no roll knows. */
const inventedPapers = (phone: string, order: number) => ({
  trueName: '王桂英',
  idNumber: inventIdNumber('1955-03-08', order),
  phone,
})

/** 孙主任 at her desk with this registration open. */
const sunOpens = async (stage: Stage, applicant: string): Promise<Persona> => {
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
  await sun.opens('/')
  await sun.presses('登记审核')
  await sun.pressesLink(applicant)
  return sun
}

scene(
  '吴晓芸 scans, registers, waits outside; 孙主任 sees the one difference, approves, and she is a neighbour',
  async (stage) => {
    const papers = stage.person('wu-newcomer')
    const wu = await stage.enters('吴晓芸')
    await scansAndShowsPhone(stage, wu, await stage.codeOf('宝山九村'), papers.phone)
    await tellsIdentity(wu, papers)
    await choosesHome(wu, home302)
    await wu.presses('居民')
    await wu.presses('业主')
    await wu.presses('下一步：邻居怎么叫您')
    await namesAndAgrees(wu)
    await wu.sees('等居委核对')
    await wu.sees('明天 19:42')

    for (const closed of ['/home', '/compose', '/mine']) {
      await wu.opens(closed)
      await wu.sees('等居委核对')
      await wu.doesNotSee('邻里近事')
    }

    const sun = await sunOpens(stage, '92号楼 2 单元 302')
    await sun.sees('差 1 处')
    assert.match(await sun.rowOf('手机'), /不同/)
    for (const line of ['姓名', '证件', '门牌', '身份']) assert.match(await sun.rowOf(line), /一致/)
    await sun.presses('通过，成为邻居')
    await sun.sees('92号楼 吴女士成了邻居。')

    await wu.sees('通过了，欢迎您', 2_000)
    await wu.presses('进小区')
    await wu.sees('邻里近事')
    assert.equal(wu.path, '/home')
  },
)

scene(
  '林先生 mistypes the last digit: it is marked, all that he typed stays, also when he loads the page anew',
  async (stage) => {
    const papers = stage.person('lin')
    const code = await stage.codeOf('宝山九村')
    const lin = await stage.enters('林先生')
    await scansAndShowsPhone(stage, lin, code, papers.phone)
    const mistyped = papers.idNumber.slice(0, 17) + (papers.idNumber.at(-1) === '5' ? '6' : '5')
    await lin.types('姓名', papers.trueName)
    await lin.types('身份证号', mistyped)
    await lin.presses('下一步：住处')
    await lin.sees('有一位对不上')
    assert.equal(await lin.valueOf('身份证号'), mistyped)
    assert.equal(await lin.focusedLabel(), '身份证号')
    await lin.opens(`/j/${code}/register`)
    assert.equal(await lin.valueOf('姓名'), papers.trueName)
    assert.equal(await lin.valueOf('身份证号'), mistyped)
    await tellsIdentity(lin, papers)
    await choosesHome(lin, home601)
    await lin.sees('您是这里的谁？')

    // closed and opened again: where he lives is still chosen, who he is was kept nowhere
    await lin.closesAndOpens(`/j/${code}/register`)
    assert.equal(await lin.valueOf('身份证号'), '')
    await tellsIdentity(lin, papers)
    await lin.presses('下一步：您是业主还是租户')
    await lin.presses('居民')
    await lin.presses('租户')
    await lin.presses('下一步：邻居怎么叫您')
    await namesAndAgrees(lin)
    await lin.sees('等居委核对')
    assert.doesNotMatch(await lin.keptOnDevice(), new RegExp(`${papers.idNumber}|${papers.trueName}`))

    const sun = await sunOpens(stage, '18号楼 1 单元 601')
    await sun.presses('退回并说明')
    await sun.presses('退回，告诉本人')
    await sun.sees('写具体些')
    await sun.types('原因和下一步', '名册上还没有您，请把租房合同带到居委会。')
    await sun.presses('退回，告诉本人')
    await sun.sees('原因本人看得到')

    await lin.sees('这次没通过', 2_000)
    await lin.sees('请把租房合同带到居委会')
    await lin.types('补一句给居委', '合同明天带来，房东姓陈。')
    await lin.presses('补一句，再交一次')
    await lin.sees('等居委核对')
    await sun.pressesLink('18号楼 1 单元 601')
    await sun.sees('合同明天带来，房东姓陈。')
    await sun.presses('通过，成为邻居')
    await lin.sees('通过了，欢迎您', 2_000)
  },
)

scene('王阿姨 registers in elder mode, one question a screen', async (stage) => {
  const papers = inventedPapers('13900004321', 222)
  const elder = await stage.enters('王阿姨', { device: 'elder' })
  await elder.opens(`/j/${await stage.codeOf('宝山九村')}`)
  await elder.presses('我要登记')
  await elder.types('您的手机号是多少？', papers.phone)
  await elder.presses('收验证码')
  await elder.types('短信里的 6 位数字是多少？', await stage.codeFor(papers.phone))
  await elder.presses('接着登记')
  await elder.types('姓名', papers.trueName)
  await elder.presses('下一步')
  await elder.presses('身份证')
  await elder.presses('下一步')
  await elder.types('身份证号', papers.idNumber)
  await elder.presses('下一步')
  for (const choice of ['北块', '92号楼', '2 单元', '5 楼', '501', '居民', '家属']) {
    await elder.presses(choice)
    await elder.presses('下一步')
  }
  await elder.sees('邻居怎么叫您？')
  await elder.presses('下一步')
  await elder.presses('不亮')
  await elder.presses('下一步')
  while (await elder.isOffered('行')) await elder.presses('行')
  await elder.presses('交给居委核对')
  await elder.sees('等居委核对')
})

scene('with keys alone a stranger registers and 孙主任 approves', async (stage) => {
  const papers = inventedPapers('13900004322', 224)
  const wang = await stage.enters('王女士', { keyboard: true })
  await scansAndShowsPhone(stage, wang, await stage.codeOf('宝山九村'), papers.phone)
  await tellsIdentity(wang, papers)
  await wang.presses('北块')
  await wang.types('楼号多，填数字找得快', '92')
  for (const choice of ['92号楼', '2 单元', '401', '下一步：您是业主还是租户']) await wang.presses(choice)
  await wang.presses('居民')
  await wang.presses('家属')
  await wang.presses('下一步：邻居怎么叫您')
  await namesAndAgrees(wang)
  await wang.sees('等居委核对')
  const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk', keyboard: true })
  await sun.opens('/')
  await sun.presses('登记审核')
  await sun.pressesLink('92号楼 2 单元 401')
  await sun.presses('通过，成为邻居')
  await sun.sees('成了邻居。')
})
