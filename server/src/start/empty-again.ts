import type pg from 'pg'
import { actFor, nameOf, tablesInOrder } from '../cli/backup/tables.ts'

/** The vault's logs take no erasing from anybody; only a world that never was may go with them. */
const appendOnly = ['identity.look_ups', 'identity.erasures']

/** Takes every row out of every table, all or none, as the migrations left them. `client` is the owner's. */
export const emptyAllTables = async (client: pg.ClientBase): Promise<void> => {
  await client.query('BEGIN')
  try {
    const tables = await tablesInOrder(client)
    for (const schema of ['public', 'identity']) {
      await actFor(client, schema)
      const own = tables.filter((table) => table.schema === schema).map(nameOf)
      const kept = schema === 'identity' ? appendOnly : []
      for (const table of kept) {
        await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
        await client.query(`GRANT TRUNCATE ON ${table} TO CURRENT_USER`)
      }
      await client.query(`TRUNCATE ${own.join(', ')} RESTART IDENTITY`)
      for (const table of kept) {
        await client.query(`REVOKE TRUNCATE ON ${table} FROM CURRENT_USER`)
        await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
      }
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
