import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { pageSize } from './card-pages.ts'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** The statements of a first and of a next page, each asking for one row more than `pageSize`. */
export interface PageSql {
  readonly first: string
  readonly next: string
}

/** `sql` with nothing, and with what stands `after` the last row of the page before. */
export const pageSql = (sql: (after: string) => string, after: string): PageSql => ({
  first: sql(''),
  next: sql(after),
})

/** One page by a keyset of an instant and an id; `next` has the two as its last parameters. */
export const keysetPage = async <Row, T>(
  db: Db,
  sql: PageSql,
  values: readonly unknown[],
  cursor: string | undefined,
  show: { readonly view: (row: Row) => T; readonly at: (row: Row) => Date; readonly id: (row: Row) => string },
): Promise<Page<T>> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const rows =
    after === undefined
      ? await db.many<Row>(sql.first, values)
      : await db.many<Row>(sql.next, [...values, cursorDate(after[0]), cursorId(after[1])])
  const last = rows[pageSize - 1]
  const more = rows.length > pageSize && last !== undefined
  return {
    items: rows.slice(0, pageSize).map(show.view),
    nextCursor: more ? encodeCursor([show.at(last).getTime(), show.id(last)]) : null,
  }
}
