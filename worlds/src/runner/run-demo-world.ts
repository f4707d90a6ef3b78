import { addMs, type Instant, msPerMinute } from '@shequtong/domain/time'
import { callDirectly } from '@shequtong/server/http/direct'
import type { Services } from '@shequtong/server/http/services'
import type pg from 'pg'
import sharp from 'sharp'
import { createDemoWorld, type DemoWorld } from '../demo/demo-world.ts'
import type { PictureName } from '../demo/pictures/picture-names.ts'
import { drawPicture } from '../demo/pictures/pictures.ts'
import { runDesks, runReaders } from './desks-runner.ts'
import { runPeople, type SeededPerson } from './people-runner.ts'
import { runRota } from './rota-runner.ts'
import { runStories } from './stories-runner.ts'
import { runTerritory, type SeededTerritory } from './territory-runner.ts'

const pictureFiles = new Map<PictureName, Promise<Buffer>>()

const photograph = (picture: PictureName): Promise<Buffer> => {
  const taken =
    pictureFiles.get(picture) ??
    sharp(Buffer.from(drawPicture(picture)))
      .jpeg({ quality: 86 })
      .toBuffer()
  pictureFiles.set(picture, taken)
  return taken
}

const runAnnouncements = async (
  services: Services,
  territory: SeededTerritory,
  people: ReadonlyMap<string, SeededPerson>,
  world: DemoWorld,
) => {
  const latest = new Map<
    number,
    { readonly communityId: number; readonly postId: string; readonly publishedAt: Instant }
  >()
  for (const { community, by, board, title, text, publishedAt, replies } of world.announcements) {
    const { communityId } = territory.of(community)
    const actorOf = (personId: string) => {
      const seeded = people.get(personId)
      const actor = seeded?.role ?? seeded?.member
      if (actor === undefined) throw new Error(`${personId} has no capacity to act in`)
      return actor
    }
    const { boardId } = await services.db.one<{ boardId: string }>(
      `select board_id as "boardId" from boards where community_id = $1 and kind = $2`,
      [communityId, board],
    )
    const body = { boardId, title, text, inOfficeName: false }
    const { postId } = await callDirectly(
      services,
      'publishPost',
      actorOf(by),
      { params: { communityId }, body },
      publishedAt,
    )
    const before = latest.get(communityId)
    if (board === 'announcements' && (before === undefined || before.publishedAt < publishedAt))
      latest.set(communityId, { communityId, postId, publishedAt })
    for (const reply of replies)
      await callDirectly(
        services,
        'replyToPost',
        actorOf(reply.by),
        {
          params: { communityId, postId },
          body: {
            text: reply.text,
            mentions: reply.names === undefined ? [] : [{ ...reply.names, membershipId: null }],
          },
        },
        addMs(publishedAt, reply.afterMinutes * msPerMinute),
      )
  }
  for (const post of latest.values()) await runReaders(services, people, post)
}

const shellOf = ({ member, role }: SeededPerson): string =>
  role?.hat?.type === 'role'
    ? role.hat.level === 'community'
      ? 'workbench'
      : 'command'
    : member === undefined
      ? 'join'
      : 'resident'

const runPersonas = async (services: Services, people: ReadonlyMap<string, SeededPerson>, world: DemoWorld) => {
  for (const [position, persona] of world.personas.entries()) {
    const seeded = people.get(persona.personId)
    if (seeded === undefined) throw new Error(`no such person: ${persona.personId}`)
    const role = seeded.role?.hat?.type === 'role' ? seeded.role.hat.role : null
    const shownName = seeded.role?.shownName ?? seeded.member?.shownName ?? seeded.person.shownName
    await services.db.run(
      `insert into demo_personas (persona_id, person_id, shown_name, role, what, shell, elder, position) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        persona.personId,
        seeded.personId,
        shownName,
        role,
        persona.line,
        shellOf(seeded),
        seeded.person.elderMode,
        position,
      ],
    )
  }
}

/**
 * Fills an empty database with the demo as it stands at `endsAt`: everything that a person does goes through the same
 * commands as over the wire.
 */
export const runDemoWorld = async (
  services: Services,
  ownerPool: pg.Pool,
  endsAt: Instant,
  progress: (done: string) => void = () => undefined,
): Promise<void> => {
  const world = createDemoWorld(endsAt)
  const began = new Date(endsAt.getTime() - 400 * 86_400_000)
  const territory = await runTerritory(services, ownerPool, world, began)
  progress('territory')
  const people = await runPeople(services, territory, world.people, endsAt)
  progress('people')
  await runAnnouncements(services, territory, people, world)
  await runPersonas(services, people, world)
  const upload = async (
    actor: Parameters<typeof callDirectly>[2],
    communityId: number,
    picture: PictureName,
    now: Instant,
  ) =>
    (
      await callDirectly(
        services,
        'uploadPhoto',
        actor,
        { params: { communityId }, body: (await photograph(picture)) as never },
        now,
      )
    ).photoId
  await runStories({ services, territory, people, upload }, world, endsAt)
  await runRota(services, territory, people, endsAt)
  await runDesks(services, territory, people, endsAt)
  progress('stories')
}
