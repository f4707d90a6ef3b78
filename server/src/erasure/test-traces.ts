import type pg from 'pg'

/** What is searched for: words wherever they stand, and what the vault finds a person by. */
export interface Wanted {
  readonly texts: readonly string[]
  readonly blinds: readonly Buffer[]
}

/** Columns that may still name somebody who was erased, each with its reason. */
export const keptOnPurpose: Readonly<Record<string, string>> = {
  'public.service_requests.text':
    'said to everybody, stands under 搬走的邻居; what was answered needs it (网络安全法 23, 49)',
  'public.service_requests.place': 'as the text',
  'public.service_request_entries.text': 'as the text; what an office wrote is the record of its work',
  'public.posts.title': 'as the text of a request: said to everybody, stands under 搬走的邻居',
  'public.posts.text': 'as the title',
  'public.post_reports.words': 'what a neighbour told the committee about words that stand there',
  'public.post_replies.text': 'as the title',
  'public.posts.removal_reason': 'why the committee took it away: the record of its work',
  'public.post_replies.removal_reason': 'as for a post',
  'public.notifications.title': 'the first words of a request, to those who were told of it',
  'public.role_grants.shown_name': 'who acted in an office stays accountable for it (居民委员会组织法 34)',
  'identity.look_ups.reason': 'the record of access to real identities, kept three years (网络数据安全管理条例 12)',
  'identity.roll_entries.name_blinds': 'the committee’s own register of the building, corrected there',
  'identity.roll_entries.document_blinds': 'as the name',
  'identity.roll_entries.phone_blinds': 'as the name',
}

interface Column {
  schema: string
  table: string
  column: string
}

/** Every column of every table, as `schema.table.column`, that holds anything of what is wanted. */
export const tracesOf = async (owner: pg.Pool, { texts, blinds }: Wanted): Promise<string[]> => {
  const client = await owner.connect()
  try {
    const { rows } = await client.query<Column>(
      `select n.nspname as schema, c.relname as table, a.attname as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       order by 1, 2, a.attnum`,
    )
    const needles = [...texts, ...blinds.map((blind) => blind.toString('hex'))]
    const found: string[] = []
    for (const { schema, table, column } of rows) {
      // the tables of the vault are its role's alone
      await client.query(schema === 'identity' ? 'set role shequtong_vault' : 'reset role')
      const { rows: hits } = await client.query(
        `select 1 from "${schema}"."${table}" t
         where exists (select from unnest($1::text[]) needle where position(needle in t."${column}"::text) > 0) limit 1`,
        [needles],
      )
      if (hits.length > 0) found.push(`${schema}.${table}.${column}`)
    }
    return found
  } finally {
    client.release(true)
  }
}
