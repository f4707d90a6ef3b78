import type { BoardChangeView } from '@shequtong/contract/boards'
import type { BoardChangeKind } from '@shequtong/domain/boards/boards'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db, Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { append } from '../platform/outbox/append.ts'

export interface BoardChange {
  readonly boardId: string | null
  readonly change: BoardChangeKind
  readonly before: string | null
  readonly after: string | null
}

const insertSql = `
  insert into board_changes (community_id, board_change_id, board_id, change, before, after, by_role_grant_id, at)
  select $1, g.id, g.board_id, g.change, g.before, g.after, $7, $8
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) as g (id, board_id, change, before, after)`

/** Writes the lines and the fact; nothing where nothing changed. */
export const logChanges = async (
  tx: Tx,
  by: { readonly communityId: number; readonly roleGrantId: string; readonly personId: string; readonly at: Date },
  changes: readonly BoardChange[],
): Promise<void> => {
  if (changes.length === 0) return
  await tx.run(insertSql, [
    by.communityId,
    changes.map(() => newId()),
    changes.map(({ boardId }) => boardId),
    changes.map(({ change }) => change),
    changes.map(({ before }) => before),
    changes.map(({ after }) => after),
    by.roleGrantId,
    by.at,
  ])
  await append(tx, {
    communityId: by.communityId,
    type: 'board.changed',
    aggregateId: changes[0]?.boardId ?? newId(),
    byPersonId: by.personId,
    at: by.at,
    payload: { changes: changes.map(({ change }) => change) },
  })
}

const pageSize = 30

const logSql = (after: string) => `
  select c.board_change_id as "boardChangeId", c.board_id as "boardId", b.kind as "boardKind", b.name as "boardName",
    c.change, c.before, c.after, json_build_object('shownName', g.shown_name, 'role', g.role) as by, c.at
  from board_changes c
  join role_grants g on g.role_grant_id = c.by_role_grant_id
  left join boards b on b.community_id = c.community_id and b.board_id = c.board_id
  where c.community_id = $1 ${after} order by c.at desc, c.board_change_id desc limit ${pageSize + 1}`
const firstSql = logSql('')
const nextSql = logSql('and (c.at, c.board_change_id) < ($2::timestamptz, $3::uuid)')

export const changesPage = async (
  db: Db,
  communityId: number,
  cursor: string | undefined,
): Promise<{ items: BoardChangeView[]; nextCursor: string | null }> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const rows =
    after === undefined
      ? await db.many<Omit<BoardChangeView, 'at'> & { at: Date }>(firstSql, [communityId])
      : await db.many<Omit<BoardChangeView, 'at'> & { at: Date }>(nextSql, [
          communityId,
          cursorDate(after[0]),
          cursorId(after[1]),
        ])
  const items = rows.slice(0, pageSize).map((row) => ({ ...row, at: row.at.toISOString() }))
  const last = rows[pageSize - 1]
  const more = rows.length > pageSize && last !== undefined
  return { items, nextCursor: more ? encodeCursor([last.at.getTime(), last.boardChangeId]) : null }
}
