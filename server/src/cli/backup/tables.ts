import type pg from 'pg'
import { vaultRole } from '../../platform/database/roles.ts'

export interface TableShape {
  readonly schema: string
  readonly table: string
  /** Without generated ones, which the database makes anew. */
  readonly columns: readonly string[]
}

interface Reference {
  readonly from: string
  readonly to: string
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const nameOf = ({ schema, table }: Pick<TableShape, 'schema' | 'table'>): string =>
  `${quoted(schema)}.${quoted(table)}`

/** The vault's tables have an owner of their own; the user of the connection may act as it. */
export const actFor = async (client: pg.ClientBase, schema: string): Promise<void> => {
  await client.query(schema === 'identity' ? `SET LOCAL ROLE ${vaultRole}` : 'RESET ROLE')
}

const tablesSql = `
  SELECT n.nspname AS schema, c.relname AS table,
    array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE n.nspname IN ('public', 'identity') AND c.relkind = 'r' AND c.relpersistence = 'p'
    AND (n.nspname, c.relname) <> ('public', 'schema_migrations')
  GROUP BY 1, 2 ORDER BY 1, 2`

const referencesSql = `
  SELECT f.nspname || '.' || fc.relname AS "from", t.nspname || '.' || tc.relname AS "to"
  FROM pg_constraint k
  JOIN pg_class fc ON fc.oid = k.conrelid JOIN pg_namespace f ON f.oid = fc.relnamespace
  JOIN pg_class tc ON tc.oid = k.confrelid JOIN pg_namespace t ON t.oid = tc.relnamespace
  WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`

/** Every table of the program but those that a crash may empty (unlogged), those that others refer to first: the order in which rows can go in. */
export const tablesInOrder = async (client: pg.ClientBase): Promise<TableShape[]> => {
  const { rows: tables } = await client.query<TableShape>(tablesSql)
  const { rows: references } = await client.query<Reference>(referencesSql)
  return ordered(tables, references)
}

export const ordered = (tables: readonly TableShape[], references: readonly Reference[]): TableShape[] => {
  const left = new Map(tables.map((table) => [`${table.schema}.${table.table}`, table]))
  const placed: TableShape[] = []
  while (left.size > 0) {
    const free = [...left].filter(([name]) => references.every(({ from, to }) => from !== name || !left.has(to)))
    if (free.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const [name, table] of free) {
      placed.push(table)
      left.delete(name)
    }
  }
  return placed
}

export interface SequenceName {
  readonly schema: string
  readonly sequence: string
}

export const sequences = async (client: pg.ClientBase): Promise<SequenceName[]> => {
  const { rows } = await client.query<SequenceName>(
    `SELECT schemaname AS schema, sequencename AS sequence FROM pg_sequences
     WHERE schemaname IN ('public', 'identity') ORDER BY 1, 2`,
  )
  return rows
}

export interface LandedMigration {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

/** None in a database without tables. */
export const landedMigrations = async (db: pg.ClientBase | pg.Pool): Promise<LandedMigration[]> => {
  const ledger = await db.query<{ there: boolean }>(
    `SELECT to_regclass('public.schema_migrations') IS NOT NULL AS there`,
  )
  if (ledger.rows[0]?.there !== true) return []
  const { rows } = await db.query<LandedMigration>(
    'SELECT number, name, sha256 FROM public.schema_migrations ORDER BY number',
  )
  return rows
}
