import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { sha256OfFile } from './files.ts'
import { damaged, readManifest } from './manifest.ts'

export interface Erasure {
  readonly personId: string
  readonly erasedAt: string
}

/** The tombstones in a backup: who asked to be forgotten, as ids. COPY's text form has tabs between columns. */
export const erasuresOf = async (folder: string): Promise<Erasure[]> => {
  const table = (await readManifest(folder)).tables.find((one) => `${one.schema}.${one.table}` === 'identity.erasures')
  if (table === undefined) return []
  const path = join(folder, table.file)
  if ((await sha256OfFile(path).catch(() => '')) !== table.sha256) throw damaged(table.file)
  const [person, at] = [table.columns.indexOf('person_id'), table.columns.indexOf('erased_at')]
  const erasures: Erasure[] = []
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const cells = line.split('\t')
    erasures.push({ personId: cells[person] ?? '', erasedAt: cells[at] ?? '' })
  }
  return erasures
}

/** Erases again whoever was erased after the restored backup was made. Returns how many. */
export const reapplyErasures = async (client: pg.ClientBase, erasures: readonly Erasure[]): Promise<number> => {
  await client.query('SET LOCAL ROLE shequtong_vault')
  const { rows } = await client.query<Erasure>(
    `SELECT given.person_id AS "personId", given.erased_at AS "erasedAt"
     FROM unnest($1::uuid[], $2::timestamptz[]) given (person_id, erased_at)
     WHERE NOT EXISTS (SELECT FROM identity.erasures e WHERE e.person_id = given.person_id)`,
    [erasures.map(({ personId }) => personId), erasures.map(({ erasedAt }) => erasedAt)],
  )
  for (const { personId, erasedAt } of rows)
    await client.query('SELECT identity.erase_person($1, $2)', [personId, erasedAt])
  await client.query('RESET ROLE')
  const ids = rows.map(({ personId }) => personId)
  await client.query(`UPDATE persons SET erased_at = coalesce(erased_at, now()) WHERE person_id = ANY ($1)`, [ids])
  await client.query(`UPDATE sessions SET revoked_at = now() WHERE person_id = ANY ($1) AND revoked_at IS NULL`, [ids])
  return rows.length
}
