import assert from 'node:assert/strict'
import { inventIdNumber } from '../../server/test/support/test-world.ts'
import { agreesToAll, choosesHome } from '../src/registering.ts'
import { playScenes } from '../src/scene.ts'

const { scene } = playScenes()

scene(
  '吴女士 registers her daughter of ten; a stranger’s child is sent to its parents at the first step',
  async (stage) => {
    const code = await stage.codeOf('宝山九村')
    const wu = await stage.enters('吴女士', { as: 'wu' })
    await wu.opens(`/j/${code}`)
    await wu.presses('替孩子登记')
    await wu.sees('孩子是哪位？')
    await wu.types('姓名', '王小桃')
    await wu.types('身份证号', inventIdNumber('1990-05-01', 223))
    await wu.presses('下一步：住处')
    await wu.sees('满 14 周岁了')
    await wu.types('身份证号', inventIdNumber('2016-05-01', 225))
    await wu.presses('下一步：住处')
    await choosesHome(wu, ['北块', '92号楼', '2 单元', '501'])
    await wu.presses('居民')
    await wu.presses('家属')
    await wu.presses('下一步：邻居怎么叫您')
    await wu.presses('就叫')
    await wu.doesNotSee('党员')
    await agreesToAll(wu)
    await wu.presses('交给居委核对')
    // another dwelling than hers: told where it is chosen, and mended there
    await wu.sees('孩子要和您登记在同一户')
    assert.equal(wu.path, `/j/${code}/child`)
    await wu.presses('改', (found) => found.last())
    await wu.presses('2 单元')
    await wu.presses('502')
    await wu.presses('下一步：您是业主还是租户')
    await wu.presses('家属')
    await wu.presses('下一步：邻居怎么叫您')
    await wu.presses('就叫')
    await wu.presses('交给居委核对')
    await wu.sees('等居委核对')
    assert.equal(wu.path, '/registrations')

    const sun = await stage.enters('孙主任', { as: 'sun', device: 'desk' })
    await sun.opens('/')
    await sun.presses('登记审核')
    await sun.pressesLink('92号楼 2 单元 502')
    await sun.sees('吴女士')
    await sun.presses('通过，成为邻居')
    await wu.opens('/me/household')
    await wu.sees('替孩子登记')
  },
)
