import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { StartRefusal } from '../start-refusal.ts'

/** What the server's connections have the rights of: reads and writes the public schema, has no rights on schema `identity`. */
export const programRole = 'shequtong_program'

/** Owns schema `identity` and its SECURITY DEFINER functions. Nobody logs in as it. */
export const vaultRole = 'shequtong_vault'

const roles = [programRole, vaultRole]

interface RoleState {
  readonly name: string
  readonly exists: boolean
  readonly isMember: boolean
}

/**
 * Makes sure that the roles exist, that the connected user may act as both, and that the program's role may use what
 * this user creates in schema public. Needs CREATEROLE only while something is missing; repeatable.
 */
export const prepareRoles = async (client: pg.ClientBase): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const left = await missing(client)
    if (left.length === 0) break
    if (attempt === maxAttempts) throw await rolesMissing(client, left)
    for (const role of left) await make(client, role)
  }
  await client.query(grants)
}

export interface Rights {
  readonly login: string
  readonly isMember: boolean
  /** Roles and attributes beside the program's role; empty for a login that is nothing else. */
  readonly mayBecome: readonly string[]
  /** As PostgreSQL counts. */
  readonly serverVersion: number
}

/** What the user of `client`'s session may be besides the program's role. */
export const rightsBeyond = async (client: pg.ClientBase): Promise<Rights> => {
  const { rows } = await client.query<Rights>(
    `SELECT session_user::text AS login, pg_has_role(session_user, $1, 'USAGE') AS "isMember",
       current_setting('server_version_num')::int AS "serverVersion",
       array(
         SELECT r.rolname::text FROM pg_roles r
         WHERE r.rolname NOT IN (session_user, $1) AND pg_has_role(session_user, r.oid, 'MEMBER')
         UNION ALL
         SELECT attribute FROM pg_roles r, LATERAL (VALUES
           ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole), ('BYPASSRLS', r.rolbypassrls)) a(attribute, has)
         WHERE r.rolname = session_user AND has
         UNION ALL
         SELECT 'OWNER OF ' || d.datname FROM pg_database d
         WHERE d.datname = current_database() AND d.datdba = session_user::regrole) AS "mayBecome"`,
    [programRole],
  )
  return rows[0] as Rights
}

const maxAttempts = 10

/** Roles are the whole server's: another database may be making the same one at this moment. */
const make = async (client: pg.ClientBase, { name, exists }: RoleState): Promise<void> => {
  try {
    if (!exists) await client.query(`CREATE ROLE ${name} NOLOGIN`)
    await client.query(`GRANT ${name} TO CURRENT_USER`)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === '42501') throw await rolesMissing(client, await missing(client), error)
    // duplicate_object, unique_violation, internal_error "tuple concurrently updated"
    if (!['42710', '23505', 'XX000'].includes(code)) throw error
    await sleep(20)
  }
}

const missing = async (client: pg.ClientBase): Promise<RoleState[]> => {
  const { rows } = await client.query<RoleState>(
    `SELECT wanted.name, r.oid IS NOT NULL AS "exists",
            coalesce(pg_has_role(CURRENT_USER, r.oid, CASE WHEN $2 THEN 'SET' ELSE 'MEMBER' END), false) AS "isMember"
     FROM unnest($1::text[]) AS wanted(name) LEFT JOIN pg_roles r ON r.rolname = wanted.name
     ORDER BY wanted.name`,
    [roles, await knowsSet(client)],
  )
  return rows.filter((role) => !role.isMember)
}

/** From PostgreSQL 16 on being a member and being allowed to SET ROLE are two things. */
const knowsSet = async (client: pg.ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  return (rows[0]?.version ?? 0) >= 160000
}

const rolesMissing = async (client: pg.ClientBase, left: readonly RoleState[], cause?: unknown) => {
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(CURRENT_USER) AS name')
  const user = rows[0]?.name ?? 'CURRENT_USER'
  const create = left.filter((role) => !role.exists).map((role) => `CREATE ROLE ${role.name} NOLOGIN;`)
  const sql = [...create, ...left.map((role) => `GRANT ${role.name} TO ${user};`)].join(' ')
  return new StartRefusal(
    'database-roles-missing',
    {
      zh: `DATABASE_URL 的用户 ${user} 没有 CREATEROLE 权限，无法建立程序所需的角色。`,
      en: `The user ${user} of DATABASE_URL lacks CREATEROLE and cannot make the roles that the program needs.`,
    },
    {
      zh: `请由数据库管理员执行：${sql}`,
      en: `Let the database's administrator run: ${sql}`,
    },
    cause,
  )
}

/** For what is created from now on; what a migration takes back from the program stays taken back. One transaction, one at a time. */
const grants = `
  SELECT pg_advisory_xact_lock(7438003);
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO ${programRole};
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${programRole};
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${programRole};
`
