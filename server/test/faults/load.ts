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

/** How often something is said with a photo. */
const withPhoto = 0.3

/** Members submit, reply and confirm, cadres answer and state results; any of them with photos. Until it is over. */
export const runLoad = async ({ client, cast, random, photo, isOver }: Load): Promise<void> => {
  const waiting: Told[] = []
  const answered: Told[] = []
  const resolved = new Map<Player, string[]>()
  let marks = 0
  const nextMark = () => {
    marks += 1
    return `第${marks}号字条`
  }
  const write = (
    player: Player,
    endpoint: string,
    path: string,
    { body, mark = '', photoIds = [] }: { body: Body; mark?: string; photoIds?: readonly string[] },
  ) => client.write(player, { endpoint, path, body, mark, photoIds, doubtful: random.chance(0.1), isOver })

  /** One photo now and then; an upload that is never acknowledged leaves the words without one. */
  const uploads = async (player: Player): Promise<string[]> => {
    if (!random.chance(withPhoto)) return []
    const reply = await write(player, 'uploadPhoto', `/communities/${communityId}/photos`, { body: photo })
    return reply === undefined ? [] : [String(reply.photoId)]
  }
  /** Says something that stands in the thread once, with the photos that go with it. */
  const says = async (
    player: Player,
    endpoint: string,
    path: string,
    body: (mark: string) => object,
    photoIds: readonly string[] = [],
  ) => {
    const mark = nextMark()
    return write(player, endpoint, path, { body: json({ ...body(mark), photoIds }), mark, photoIds })
  }
  const pathOf = ({ serviceRequestId }: Told, action: string) => `${base}/${serviceRequestId}/${action}`

  const submit = async (player: Player) => {
    const photoIds = await uploads(player)
    const body = (mark: string) => ({ kind: 'help', text: `楼道的灯又不亮了，${mark}`, place: '二楼' })
    const reply = await says(player, 'submit', base, body, photoIds)
    if (reply !== undefined) waiting.push({ by: player, serviceRequestId: String(reply.serviceRequestId) })
  }
  const confirmOrReply = async (player: Player) => {
    const done = resolved.get(player)?.pop()
    if (done !== undefined) {
      const path = pathOf({ by: player, serviceRequestId: done }, 'confirm')
      await write(player, 'confirm', path, { body: json({}) })
      return
    }
    const told = answered.at(-1)
    if (told === undefined) return
    const photoIds = await uploads(player)
    await says(player, 'replies', pathOf(told, 'replies'), (mark) => ({ text: `谢谢，${mark}` }), photoIds)
  }
  const memberLives = async (player: Player) => {
    while (!isOver()) {
      await (random.chance(0.6) ? submit(player) : confirmOrReply(player))
      await sleep(random.integer(5, 60))
    }
  }
  const answer = async (player: Player, told: Told) => {
    const photoIds = await uploads(player)
    const body = (mark: string) => ({ text: `明天上午九点电工来换，${mark}` })
    await says(player, 'answers', pathOf(told, 'answers'), body, photoIds)
    answered.push(told)
  }
  const resolve = async (player: Player, told: Told) => {
    const photoIds = await uploads(player)
    const body = (mark: string) => ({ result: `灯泡已经换好，今晚亮了，${mark}` })
    await says(player, 'resolve', pathOf(told, 'resolve'), body, photoIds)
    resolved.set(told.by, [...(resolved.get(told.by) ?? []), told.serviceRequestId])
  }
  const cadreWorks = async (player: Player) => {
    while (!isOver()) {
      const told = random.chance(0.7) ? waiting.shift() : undefined
      const result = told === undefined ? answered.shift() : undefined
      if (told !== undefined) await answer(player, told)
      else if (result !== undefined) await resolve(player, result)
      await sleep(random.integer(5, 40))
    }
  }
  await Promise.all([...cast.members.map(memberLives), ...cast.cadres.map(cadreWorks)])
}
