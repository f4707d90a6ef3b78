import type { Database } from '@shequtong/server/platform/database/connect'
import type { Target } from './messages.ts'
import { type BenchWorld, waitingFor } from './world.ts'

const root = '/api/v1'

export const words = JSON.stringify({
  kind: 'complaint',
  text: '三楼到四楼的楼道灯坏了一个星期，晚上看不见台阶，老人下楼要扶着墙走，请来修一修。',
  place: '92号楼 2 单元',
})
const searched = ['漏水', '垃圾', '孩子', '老人', '充电'] as const
const replyWords = JSON.stringify({ text: '我家楼下也是这样，晚上走路要扶着墙，希望早点修好。' })
const answerWords = JSON.stringify({ text: '谢谢您告诉我们，电工明天上午九点来换灯，换好再告诉您。' })

export type Targets = Awaited<ReturnType<typeof targetsOf>>

/** What is asked of the server at `port`, by whom and with what words. */
export const targetsOf = async (world: BenchWorld, port: number, database: Database) => {
  const { members, cadres, officer, districtId, subdistrictIds, communityIds } = world
  const at = (n: number) => `${root}/communities/${members[n]?.communityId}`
  const tokens = members.map(({ token }) => token)
  const get = (paths: string[], by: readonly string[] = tokens): Target => ({ port, method: 'GET', paths, tokens: by })
  const threads = await waitingFor(database, members, members.length)
  return {
    feed: get(members.map((_, n) => `${at(n)}/feed`)),
    thread: get(
      threads.map(
        ({ player, serviceRequestId }) =>
          `${root}/communities/${player.communityId}/service-requests/${serviceRequestId}`,
      ),
      threads.map(({ player }) => player.token),
    ),
    submit: {
      port,
      method: 'POST',
      paths: members.map((_, n) => `${at(n)}/service-requests`),
      tokens,
      bodies: [words],
    } as Target,
    answer: async (): Promise<Target> => {
      const waiting = await waitingFor(database, cadres, 6_000)
      return {
        port,
        method: 'POST',
        paths: waiting.map(
          ({ player, serviceRequestId }) =>
            `${root}/communities/${player.communityId}/service-requests/${serviceRequestId}/answers`,
        ),
        tokens: waiting.map(({ player }) => player.token),
        bodies: [answerWords],
      }
    },
    search: get(members.map((_, n) => `${at(n)}/search?q=${encodeURIComponent(searched[n % searched.length] ?? '')}`)),
    inbox: get(
      cadres.map(({ communityId }) => `${root}/communities/${communityId}/inbox`),
      cadres.map(({ token }) => token),
    ),
    post: {
      port,
      method: 'POST',
      paths: members.map((_, n) => `${at(n)}/posts`),
      tokens,
      bodies: members.map(({ boardId }) =>
        JSON.stringify({ boardId, text: '周六上午在活动室换旧书，一本换一本，带孩子来的话有绘本。' }),
      ),
    } as Target,
    reply: {
      port,
      method: 'POST',
      paths: threads.map(
        ({ player, serviceRequestId }) =>
          `${root}/communities/${player.communityId}/service-requests/${serviceRequestId}/replies`,
      ),
      tokens: threads.map(({ player }) => player.token),
      bodies: [replyWords],
    } as Target,
    subdistrict: get(
      subdistrictIds.map((id) => `${root}/subdistricts/${id}/overview`),
      [officer.token],
    ),
    openItems: get(
      communityIds.map((id) => `${root}/communities/${id}/open-items`),
      [officer.token],
    ),
    district: get([`${root}/districts/${districtId}/overview`], [officer.token]),
  }
}
