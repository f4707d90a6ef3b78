import pg from 'pg'
import type { Passwords } from './embedded-folder.ts'

/** Creates the logins and the database of an embedded cluster, or what of them a killed first start left out. */
export const createLogins = async (adminUrl: string, passwords: Passwords): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database WHERE datname = 'shequtong'`,
    )
    const there = new Set(rows.map((row) => row.name))
    const password = (login: keyof Passwords) => `PASSWORD ${pg.escapeLiteral(passwords[login])}`
    if (!there.has('shequtong_vault')) await client.query('CREATE ROLE shequtong_vault NOLOGIN')
    if (!there.has('shequtong_program'))
      await client.query(`CREATE ROLE shequtong_program LOGIN ${password('program')}`)
    if (!there.has('shequtong_owner')) {
      await client.query(
        `CREATE ROLE shequtong_owner LOGIN ${password('owner')} IN ROLE shequtong_program, shequtong_vault`,
      )
    }
    if (!there.has('shequtong')) await client.query('CREATE DATABASE shequtong OWNER shequtong_owner')
  } finally {
    await client.end()
  }
}
