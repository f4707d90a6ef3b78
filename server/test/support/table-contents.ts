import type pg from 'pg'

/** What a refused request may leave behind in a table: when a session was last used. */
const mayChange = `- 'last_seen_at'`

/** How many rows stand in every table of the program, the vault's included, and a digest of them: what a refusal must not change. */
export const tableContents = async (owner: pg.Pool): Promise<Record<string, string>> => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_' and tablename <> 'door_knocks' order by 1`,
  )
  const { rows } = await owner.query<{ name: string; held: string }>(
    tables
      .map(
        ({
          name,
        }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(held, ',' order by held)), '') as held
         from (select md5((to_jsonb(t) ${mayChange})::text) as held from ${name} t) as held_${name.replace(/\W/g, '_')}`,
      )
      .join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]))
}
