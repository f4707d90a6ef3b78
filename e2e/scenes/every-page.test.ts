import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { filesFor, letsFamilySpeak, registersAtCounter } from '../src/counter.ts'
import type { DeviceName } from '../src/devices.ts'
import type { Persona } from '../src/persona.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const everyDevice: readonly DeviceName[] = ['phone', 'elder', 'desk', 'deskAt200']

/** Opening examines: axe by day and by night, the size of what is pressed, 320 px and as it stands, failed scripts, what the page's own policy forbids. */
const opensAll = async (who: Persona, paths: readonly string[]): Promise<void> => {
  for (const path of paths) await who.opens(path)
}

const idsOf = async (stage: Stage) =>
  stage.services.db.one<{
    communityId: number
    subdistrictId: number
    districtId: number
    serviceRequestId: string
    boardId: string
    postId: string
  }>(
    `select r.community_id as "communityId", s.subdistrict_id as "subdistrictId", s.district_id as "districtId",
       r.service_request_id as "serviceRequestId", p.post_id as "postId", p.board_id as "boardId"
     from service_requests r join communities c using (community_id) join subdistricts s using (subdistrict_id)
       join posts p on p.community_id = r.community_id and p.state = 'published' and p.scope = 'community' and p.reply_count > 0
     where c.short_name = '宝山九村' and r.visibility = 'community' and r.state = 'confirmed' order by r.submitted_at limit 1`,
  )

for (const device of everyDevice) {
  scene(`on a ${device}: the doors, for somebody who is nobody here yet`, async (stage) => {
    const code = await stage.codeOf('宝山九村')
    const passer = await stage.enters('路人', { device })
    await opensAll(passer, ['/demo', '/sign-in', `/j/${code}`, '/j/nothing', `/j/${code}/register`])
    await opensAll(passer, ['/home', '/me', '/no-such-page'])
    const newcomer = await stage.enters('新邻居', { as: 'wu-newcomer', device })
    await opensAll(newcomer, ['/registrations'])
  })

  scene(`on a ${device}: what a resident reads`, async (stage) => {
    const { communityId, serviceRequestId, boardId, postId } = await idsOf(stage)
    const wu = await stage.enters('吴女士', { as: 'wu', device })
    await opensAll(wu, [
      '/home',
      '/search',
      '/search?q=路灯',
      '/compose',
      '/mine',
      '/me',
      '/me/look-ups',
      '/me/sessions',
      '/me/notifications',
    ])
    await opensAll(wu, [`/communities/${communityId}/service-requests/${serviceRequestId}`])
    const community = `/communities/${communityId}`
    await opensAll(wu, [`${community}/boards/${boardId}`, `${community}/posts/${postId}`, `/compose?board=${boardId}`])
    await opensAll(wu, [`/j/${await stage.codeOf('宝山九村')}/child`])
    await opensAll(wu, ['/me/phone', '/me/export', '/me/moving', '/me/leave', '/me/blocks', '/me/household'])
    await wu.presses('让 TA 替我说：92号楼 李先生')
    await wu.sees('看不到您的证件号和手机号。')
  })

  scene(`on a ${device}: the committee’s desk`, async (stage) => {
    const { communityId, serviceRequestId, boardId } = await idsOf(stage)
    const sun = await stage.enters('孙主任', { as: 'sun', device })
    const work = `/work/${communityId}`
    await opensAll(sun, [work, `${work}/service-requests/${serviceRequestId}`, `${work}/registrations`])
    await sun.pressesLink('36号楼 黄女士')
    await opensAll(sun, [`${work}/qr-codes`, `${work}/roll`, `${work}/colleagues`, `${work}/rota`, `${work}/office`])
    const counter = `${work}/assisted`
    await opensAll(sun, [counter, `${counter}?for=request`, `${counter}?for=word`, `${counter}?for=helper`])
    await opensAll(sun, [`${work}/boards/${boardId}`, `${work}/boards`])
    await sun.presses('改：物业之窗')
    await opensAll(sun, ['/me', '/me/hand-over'])
    await opensAll(sun, [`${work}/members`])
    await sun.types('按名字、楼号、室号找', '92号楼 吴')
    await sun.pressesLink('92号楼 吴女士')
    const member = sun.path
    await sun.presses('停用')
    await opensAll(sun, [member])
    await sun.presses('登记离开')
    await opensAll(sun, [`${member}/phone`])
  })

  scene(`on a ${device}: papers of the counter, and speaking for one of the family`, async (stage) => {
    const { communityId } = await idsOf(stage)
    const sun = await stage.enters('孙主任', { as: 'sun', device })
    const { registrationId, code } = await registersAtCounter(stage, sun, communityId)
    await opensAll(sun, [`/work/${communityId}/assisted/${registrationId}/receipt`])
    const passer = await stage.enters('whoever holds the paper', { device })
    await opensAll(passer, [`/r/${code}`, '/sign-in/wechat'])
    const membershipId = await letsFamilySpeak(stage, sun, communityId)
    const { serviceRequestId } = await filesFor(sun, communityId, membershipId)
    await opensAll(sun, [`/communities/${communityId}/service-requests/${serviceRequestId}/receipt`])
    const wu = await stage.enters('吴女士', { as: 'wu', device })
    await opensAll(wu, [`/me/household/${membershipId}`])
  })

  scene(`on a ${device}: a matter in the inbox, and everything that can be done with it`, async (stage) => {
    const guo = await stage.enters('郭书记', { as: 'guo', device })
    await guo.opens('/')
    await guo.pressesLink('电梯的分摊表')
    for (const act of ['写结果', '追问', '转交', '升级']) {
      if (!(await guo.isOffered(act))) await guo.presses('别的办法')
      await guo.presses(act)
      await guo.presses('关闭')
    }
    if (device !== 'desk') await guo.presses('回应')
    await guo.presses('加照片')
    await guo.looksAround()
    if (device === 'desk') return
    await guo.opens('/')
    await guo.presses('更多')
  })

  scene(`on a ${device}: the command center`, async (stage) => {
    const { communityId, subdistrictId, districtId, serviceRequestId } = await idsOf(stage)
    const du = await stage.enters('杜科长', { as: 'du', device })
    await opensAll(du, [`/command/districts/${districtId}`, `/command/subdistricts/${subdistrictId}`])
    await opensAll(du, [
      `/command/districts/${districtId}/search?q=路灯`,
      `/command/subdistricts/${subdistrictId}/search`,
    ])
    await opensAll(du, [`/command/districts/${districtId}/inbox`])
    const qin = await stage.enters('秦干事', { as: 'qin', device })
    await opensAll(qin, [`/command/subdistricts/${subdistrictId}/inbox`])
    await qin.pressesLink('20路末班车')
    const community = `/command/communities/${communityId}`
    await opensAll(du, [`/command/districts/${districtId}/inbox/${communityId}/${serviceRequestId}`])
    await opensAll(du, [community, `${community}/service-requests/${serviceRequestId}`])
  })
}

scene('every address of the app was examined on every device', async (stage) => {
  const source = await readFile(new URL('../../web/src/app.tsx', import.meta.url), 'utf8')
  // of the first screen everybody is sent on to another
  const addresses = [...source.matchAll(/<Route path="([^"]+)"/g)]
    .map(([, path = '']) => path)
    .filter((path) => path !== '/')
  assert.ok(addresses.length > 30)
  for (const device of everyDevice) {
    const seen = stage.examined.filter((one) => one.device === device).map(({ path }) => path)
    const matches = (address: string) => {
      const pattern = new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`)
      return seen.some((path) => pattern.test(path))
    }
    assert.deepEqual(
      addresses.filter((address) => !matches(address)),
      [],
      `never examined on a ${device}`,
    )
  }
})
