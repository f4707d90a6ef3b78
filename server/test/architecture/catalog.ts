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

/** Every table of the program, partitioned, foreign and materialized ones too, with its indexes; partitions count as their table. */
export const readTables = async (pool: pg.Pool): Promise<CatalogTable[]> => {
  const { rows } = await pool.query<{ name: string } & { [K in keyof CatalogIndex as `index_${K}`]: CatalogIndex[K] }>(`
    select n.nspname || '.' || c.relname as name, i.relname as "index_name", x.indisprimary as "index_isPrimary",
      x.indisunique as "index_isUnique", a.attname as "index_firstColumn", format_type(a.atttypid, a.atttypmod) as "index_firstType"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_index x on x.indrelid = c.oid
    left join pg_class i on i.oid = x.indexrelid
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] and a.attnum > 0
    where c.relkind in ('r', 'p', 'f', 'm') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
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

/** A word that a condition compares a column with, outside a list. */
export interface MentionedWord {
  /** `schema.table.column` */
  readonly at: string
  readonly word: string
}

const compared =
  /\(?(\w+)\)?(?:::text)? (?:=|<>|IS (?:NOT )?DISTINCT FROM) '((?:[^']|'')+)'::(?:text|character varying)/g
const excludedList = /\(?(\w+)\)?(?:::text)? (?:<> ALL|= ANY) \(+ARRAY\[([^\]]+)\]/g
const anyWord = /'((?:[^']|'')*)'::/g

/** The words in the text of a CHECK as PostgreSQL prints it, one by one, whatever the comparison. */
export const mentionsIn = (table: string, text: string): MentionedWord[] => [
  ...[...text.matchAll(compared)].map(([, column, found]) => ({ at: `${table}.${column}`, word: found ?? '' })),
  ...[...text.matchAll(excludedList)].flatMap(([, column, words]) =>
    [...(words ?? '').matchAll(anyWord)].map(([, found]) => ({ at: `${table}.${column}`, word: found ?? '' })),
  ),
]

export interface HiddenWords {
  readonly mentions: readonly MentionedWord[]
  /** Types that carry a list of their own, and patterns with alternatives: no constant can be compared with them. */
  readonly elsewhere: readonly string[]
}

/** Words that the database knows outside a plain list: single comparisons, domains, enums, patterns. */
export const readHiddenWords = async (pool: pg.Pool): Promise<HiddenWords> => {
  const checks = await pool.query<{ at: string; name: string; text: string }>(`
    select n.nspname || '.' || c.relname as at, k.conname as name, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'c' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1, 2`)
  const types = await pool.query<{ name: string }>(`
    select n.nspname || '.' || t.typname as name from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typtype in ('d', 'e') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`)
  const patterns = checks.rows.filter(({ text }) => /~\*? '[^']*\|[^']*'/.test(text))
  return {
    mentions: checks.rows.flatMap(({ at, text }) => mentionsIn(at, text)),
    elsewhere: [
      ...types.rows.map(({ name }) => `the type ${name} carries a list of its own: use text and a CHECK`),
      ...patterns.map(({ at, name }) => `${at}: ${name} hides words in a pattern: use a list`),
    ],
  }
}
