import type pg from 'pg'

export interface CatalogIndex {
  readonly name: string
  readonly isPrimary: boolean
  readonly isUnique: boolean
  /** Null for an expression. */
  readonly firstColumn: string | null
  readonly firstType: string | null
}

export interface CatalogTable {
  /** `schema.table` */
  readonly name: string
  readonly indexes: readonly CatalogIndex[]
}

/** Every ordinary or partitioned table of the program with its indexes; partitions count as their table. */
export const readTables = async (pool: pg.Pool): Promise<CatalogTable[]> => {
  const { rows } = await pool.query<{ name: string } & { [K in keyof CatalogIndex as `index_${K}`]: CatalogIndex[K] }>(`
    select n.nspname || '.' || c.relname as name, i.relname as "index_name", x.indisprimary as "index_isPrimary",
      x.indisunique as "index_isUnique", a.attname as "index_firstColumn", format_type(a.atttypid, a.atttypmod) as "index_firstType"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_index x on x.indrelid = c.oid
    left join pg_class i on i.oid = x.indexrelid
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] and a.attnum > 0
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname !~ '^pg_'
    order by 1, 2`)
  return [...Map.groupBy(rows, (row) => row.name)].map(([name, own]) => ({
    name,
    indexes: own
      .filter((row) => row.index_name !== null)
      .map((row) => ({
        name: row.index_name,
        isPrimary: row.index_isPrimary,
        isUnique: row.index_isUnique,
        firstColumn: row.index_firstColumn,
        firstType: row.index_firstType,
      })),
  }))
}

/** A list of words that the database accepts, or by which a partial index chooses its rows. */
export interface WordList {
  /** `schema.table.column`, or `index name.column`. */
  readonly at: string
  readonly words: readonly string[]
}

const list = /\(?(\w+)\)? (?:= ANY|<@) \(?ARRAY\[([^\]]+)\]/g
const word = /'((?:[^']|'')*)'::text/g

/** The lists in the text of a CHECK or of an index condition, as PostgreSQL prints them. */
export const listsIn = (where: string, text: string): WordList[] =>
  [...text.matchAll(list)].map(([, column, words]) => ({
    at: `${where}.${column}`,
    words: [...(words ?? '').matchAll(word)].map(([, value]) => (value ?? '').replaceAll("''", "'")),
  }))

export const readWordLists = async (pool: pg.Pool): Promise<WordList[]> => {
  const checks = await pool.query<{ at: string; text: string }>(`
    select n.nspname || '.' || c.relname as at, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'c' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1, k.conname`)
  const indexes = await pool.query<{ at: string; text: string }>(`
    select 'index ' || i.relname as at, pg_get_expr(x.indpred, x.indrelid) as text
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
    where x.indpred is not null and n.nspname !~ '^pg_' order by 1`)
  return [...checks.rows, ...indexes.rows].flatMap(({ at, text }) => listsIn(at, text))
}
