import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@shequtong/worlds/random'
import { type Cast, communityId, type Player } from './cast.ts'
import { type Body, type Client, json } from './client.ts'

const base = `/communities/${communityId}/service-requests`

export interface Load {
  readonly client: Client
  readonly cast: Cast
  readonly random: Random
  readonly photo: Body
  readonly isOver: () => boolean
}

interface Told {
  readonly by: Player
  readonly serviceRequestId: string
}

/** Members submit, with photos and without, reply and confirm; cadres answer and state results. Until it is over. */
export const runLoad = async ({ client, cast, random, photo, isOver }: Load): Promise<void> => {
  const waiting: Told[] = []
  const answered: Told[] = []
  const resolved = new Map<Player, string[]>()
  let marks = 0
  const nextMark = () => {
    marks += 1
    return `第${marks}号字条`
  }
  const write = (player: Player, endpoint: string, path: string, body: (mark: string) => Body, hasMark = true) => {
    const mark = hasMark ? nextMark() : ''
    return client.write(player, { endpoint, path, body: body(mark), mark, doubtful: random.chance(0.1), isOver })
  }
  const act = (
    player: Player,
    { serviceRequestId }: Told,
    action: string,
    body: (mark: string) => object,
    hasMark = true,
  ) => write(player, action, `${base}/${serviceRequestId}/${action}`, (mark) => json(body(mark)), hasMark)

  const submit = async (player: Player) => {
    const upload = random.chance(0.3)
      ? await write(player, 'uploadPhoto', `/communities/${communityId}/photos`, () => photo, false)
      : undefined
    const photoIds = upload === undefined ? [] : [upload.photoId]
    const reply = await write(player, 'submit', base, (mark) =>
      json({ kind: 'help', text: `楼道的灯又不亮了，${mark}`, place: '二楼', photoIds }),
    )
    if (reply !== undefined) waiting.push({ by: player, serviceRequestId: String(reply.serviceRequestId) })
  }
  const confirmOrReply = async (player: Player) => {
    const done = resolved.get(player)?.pop()
    if (done !== undefined) {
      await act(player, { by: player, serviceRequestId: done }, 'confirm', () => ({}), false)
      return
    }
    const told = answered.at(-1)
    if (told !== undefined) await act(player, told, 'replies', (mark) => ({ text: `谢谢，${mark}` }))
  }
  const memberLives = async (player: Player) => {
    while (!isOver()) {
      await (random.chance(0.6) ? submit(player) : confirmOrReply(player))
      await sleep(random.integer(5, 60))
    }
  }
  const cadreWorks = async (player: Player) => {
    while (!isOver()) {
      const told = random.chance(0.7) ? waiting.shift() : undefined
      const result = told === undefined ? answered.shift() : undefined
      if (told !== undefined) {
        await act(player, told, 'answers', (mark) => ({ text: `明天上午九点电工来换，${mark}` }))
        answered.push(told)
      } else if (result !== undefined) {
        await act(player, result, 'resolve', (mark) => ({ result: `灯泡已经换好，今晚亮了，${mark}` }))
        resolved.set(result.by, [...(resolved.get(result.by) ?? []), result.serviceRequestId])
      }
      await sleep(random.integer(5, 40))
    }
  }
  await Promise.all([...cast.members.map(memberLives), ...cast.cadres.map(cadreWorks)])
}
