import type pg from 'pg'
import { type TableKind, tableKinds } from '../../src/platform/database/table-kinds.ts'

export interface ForeignKey {
  readonly name: string
  /** `schema.table` */
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
  readonly references: readonly string[]
}

export const readForeignKeys = async (pool: pg.Pool): Promise<ForeignKey[]> => {
  const columns = (table: string, numbers: string) =>
    `(select array_agg(a.attname::text order by n.at) from unnest(${numbers}) with ordinality as n (number, at)
      join pg_attribute a on a.attrelid = ${table} and a.attnum = n.number)`
  const { rows } = await pool.query<ForeignKey>(`
    select k.conname as name, fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to",
      ${columns('k.conrelid', 'k.conkey')} as columns, ${columns('k.confrelid', 'k.confkey')} as "references"
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conparentid = 0 order by 1`)
  return rows
}

/** Keys that cross the kinds, by the name of the constraint, each with what becomes of it. A new one is a decision. */
export const crossingKeys: Readonly<Record<string, string>> = {
  qr_codes_community_id_compound_id_fkey:
    'dropped on the day of sharding: the look-up of a global code stays in one place (ADR 7)',
}

const faultOf = (
  { from, to, columns, references }: ForeignKey,
  kinds: Readonly<Record<string, TableKind>>,
): string | undefined => {
  const [a, b] = [kinds[from], kinds[to]]
  if (b === 'reference' || (a === 'local' && b === 'local')) return undefined
  if (a !== 'distributed' || b !== 'distributed') return `a ${a} table must not refer to a ${b} one`
  return references[columns.indexOf('community_id')] === 'community_id'
    ? undefined
    : 'leaves the community: community_id is not part of it on both sides'
}

/** Foreign keys that a database sharded by community would refuse; excuses that excuse nothing are told, too. */
export const foreignKeyFaults = (
  keys: readonly ForeignKey[],
  kinds: Readonly<Record<string, TableKind>> = tableKinds,
  excuses: Readonly<Record<string, string>> = crossingKeys,
): string[] => {
  const found = keys.flatMap((key) => {
    const fault = faultOf(key, kinds)
    return fault === undefined ? [] : [{ name: key.name, fault: `${key.from}: ${key.name}: ${fault}` }]
  })
  const names = new Set(found.map(({ name }) => name))
  return [
    ...found.filter(({ name }) => !Object.hasOwn(excuses, name)).map(({ fault }) => fault),
    ...Object.keys(excuses)
      .filter((name) => !names.has(name))
      .map((name) => `${name} needs no excuse`),
  ]
}
