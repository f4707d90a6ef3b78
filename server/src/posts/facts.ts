import type { EventType } from '@shequtong/contract/events'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { append } from '../platform/outbox/append.ts'
import type { PostRow } from './rows-sql.ts'

/** The fact of a post: for whom it is and whose it is. No words, no names. */
export const appendFact = (
  tx: Tx,
  type: EventType,
  post: Pick<PostRow, 'postId' | 'boardId' | 'state' | 'scope' | 'scopeId' | 'byMembershipId' | 'byRoleGrantId'>,
  fact: {
    readonly place: CommunityPlace
    readonly byPersonId: string | undefined
    readonly at: Date
    readonly more?: Readonly<Record<string, unknown>>
  },
): Promise<void> =>
  append(tx, {
    communityId: fact.place.communityId,
    type,
    aggregateId: post.postId,
    byPersonId: fact.byPersonId,
    at: fact.at,
    payload: {
      subdistrictId: fact.place.subdistrictId,
      districtId: fact.place.districtId,
      boardId: post.boardId,
      state: post.state,
      scope: post.scope,
      scopeId: post.scopeId,
      byMembershipId: post.byMembershipId,
      byRoleGrantId: post.byRoleGrantId,
      ...fact.more,
    },
  })
