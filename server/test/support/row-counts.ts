import type pg from 'pg'

/** How many rows stand in every table of the program, the vault's included: what a refusal must not change. That somebody knocked is counted. */
export const rowCounts = async (owner: pg.Pool): Promise<Record<string, number>> => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_' and tablename <> 'door_knocks' order by 1`,
  )
  const { rows } = await owner.query<{ name: string; count: number }>(
    tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
