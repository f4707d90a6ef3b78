import type { InboxView } from '@shequtong/contract/inbox-views'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'

const viewsSql = `
  select inbox_view_id as "inboxViewId", name, show, kind, q from inbox_views
  where community_id = $1 and role_grant_id = $2 order by inbox_view_id`

/** Of the hat worn: another hat of the same person keeps its own. */
export const viewsOf = async (
  db: Db,
  communityId: number,
  { roleGrantId }: Actor,
): Promise<{ items: InboxView[] }> => ({ items: await db.many<InboxView>(viewsSql, [communityId, roleGrantId]) })
