import type { publishPost } from '@shequtong/contract/posts'
import { whatBoardTakes } from '@shequtong/domain/boards/boards'
import * as rules from '@shequtong/domain/posts/post'
import { isWhole, type Scope, type ScopeKind } from '@shequtong/domain/posts/scope'
import { boardOf } from '../../boards/public.ts'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { invalid } from '../../platform/refusal.ts'
import { hatOf, refuse, toRead } from '../access.ts'
import { appendFact } from '../facts.ts'
import { keepMentions, startMentions } from '../mentions.ts'
import { attachPhotos } from '../photos.ts'
import { placesOf } from '../rows-sql.ts'
import { postView } from '../view.ts'

const tableOf: Readonly<Record<Exclude<ScopeKind, 'community'>, string>> = {
  compound: 'select 1 from compounds where community_id = $1 and compound_id = $2',
  subArea: 'select 1 from sub_areas where community_id = $1 and sub_area_id = $2',
  building: 'select 1 from buildings where community_id = $1 and building_id = $2',
  staircase: 'select 1 from staircases where community_id = $1 and staircase_id = $2',
}

/** The part exists here; a member speaks to the parts where they live themselves. */
const checkScope = async (
  tx: Tx,
  scope: Scope,
  at: { readonly communityId: number; readonly membershipId: string | undefined },
): Promise<void> => {
  if (!isWhole(scope)) throw invalid('/scope/placeId', 'scope-incomplete')
  if (scope.kind === 'community') return
  if ((await tx.maybe(tableOf[scope.kind], [at.communityId, scope.placeId])) === undefined)
    throw invalid('/scope/placeId', 'place-unknown')
  if (at.membershipId === undefined) return
  const { lives } = await tx.one<{ lives: boolean }>(`select $3::uuid = any(${placesOf('$2', '$1')}) as lives`, [
    at.communityId,
    at.membershipId,
    scope.placeId,
  ])
  if (!lives) throw invalid('/scope/placeId', 'not-your-place')
}

const insertSql = `
  insert into posts (community_id, post_id, board_id, state, title, text, by_membership_id, by_role_grant_id, in_office_name,
    scope, scope_id, written_at, published_at, region)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

/** On a board that takes posts of this hat: at once, or at the instant that was said. */
export const publish: Command<typeof publishPost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { boardId, title, text, photoIds, scope, inOfficeName, publishAt, mentions } = input.body
  const hat = hatOf(actor)
  const board = await boardOf(tx, communityId, boardId, now)
  if (board === undefined) throw invalid('/boardId', 'board-unknown')
  if (whatBoardTakes(hat, board) !== 'post') throw invalid('/boardId', 'board-takes-none')
  const byRole = hat.type === 'role'
  if (!byRole && inOfficeName) throw invalid('/inOfficeName', 'no-office')
  if (!byRole && publishAt !== null) throw invalid('/publishAt', 'no-office')
  await checkScope(tx, scope, { communityId, membershipId: actor.membershipId })
  const written = rules.write({ byRole, title, publishAt: publishAt === null ? undefined : new Date(publishAt) }, now)
  if (!written.ok) throw refuse(written.violation)
  const { state, publishedAt } = written.value
  const postId = newId()
  const by = { byMembershipId: actor.membershipId ?? null, byRoleGrantId: actor.roleGrantId ?? null }
  tx.send(insertSql, [
    communityId,
    postId,
    boardId,
    state,
    title,
    text,
    by.byMembershipId,
    by.byRoleGrantId,
    inOfficeName,
    scope.kind,
    scope.placeId,
    now,
    publishedAt,
    actor.region ?? null,
  ])
  await attachPhotos(tx, actor.personId, { communityId, postId, postReplyId: null }, photoIds)
  const post = { postId, boardId, state, scope: scope.kind, scopeId: scope.placeId, ...by }
  await appendFact(tx, state === 'published' ? 'post.published' : 'post.scheduled', post, {
    place,
    byPersonId: actor.personId,
    at: now,
  })
  if (mentions.length > 0) {
    const said = { post, postReplyId: null, text, sent: mentions, startsAt: publishedAt }
    await keepMentions(tx, { place, actor, now }, said)
    if (state === 'published') await startMentions(tx, post, { place, byPersonId: actor.personId, now })
  }
  return postView(await toRead(tx, actor, communityId, postId), actor, hat)
}
