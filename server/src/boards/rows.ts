import type { Board, BoardKind } from '@shequtong/domain/boards/boards'
import type { CommunityRole, HandOverRole } from '@shequtong/domain/roles/roles'
import type { Db } from '../platform/database/db.ts'

export interface BoardRow extends Board {
  readonly boardId: string
  readonly kind: BoardKind
  readonly answeringRole: HandOverRole | null
  readonly postingRoles: CommunityRole[]
  /** Who holds the answering role now. */
  readonly holders: string[]
  /** Who leads the committee as its director now. */
  readonly directors: string[]
}

const holding = (role: string) => `coalesce((select json_agg(g.shown_name order by g.granted_at) from role_grants g
    where g.level = 'community' and g.territory_id = b.community_id and g.role = ${role} and g.ended_at is null
      and (g.ends_on is null or g.ends_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)), '[]')`

/** `$1` is the community, `$2` now. */
const columns = `
  b.board_id as "boardId", b.kind, b.name, b.answering_role as "answeringRole", b.members_post as "membersPost",
  b.posting_roles as "postingRoles", b.is_hidden as "isHidden", ${holding('b.answering_role')} as holders,
  case when b.answering_role is null then '[]' else ${holding(`'committeeDirector'`)} end as directors`

const allSql = `select ${columns} from boards b where b.community_id = $1 order by b.position, b.board_id`
const oneSql = `select ${columns} from boards b where b.community_id = $1 and b.board_id = $3`

export const boardsOf = (db: Db, communityId: number, now: Date): Promise<BoardRow[]> =>
  db.many<BoardRow>(allSql, [communityId, now])

export const boardOf = (db: Db, communityId: number, boardId: string, now: Date): Promise<BoardRow | undefined> =>
  db.maybe<BoardRow>(oneSql, [communityId, now, boardId])
