import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { writeDurably } from '../files.ts'
import { loginNotMade } from './program-login-refusals.ts'
import { programRole } from './roles.ts'

/** The user that the server's connections log in as on an external database: a member of the program's role, nothing more. */
export interface ProgramLogin {
  readonly user: string
  readonly password: string
}

/** One for each data folder, so that several machines on one database do not need one secret. */
const newLogin = (): ProgramLogin => ({
  user: `shequtong_server_${randomBytes(4).toString('hex')}`,
  password: randomBytes(24).toString('base64url'),
})

const readLogin = async (file: string): Promise<ProgramLogin | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as ProgramLogin)
}

/**
 * What PostgreSQL keeps of a password (RFC 5802, RFC 7677), made here: the password itself would stand in the server's log
 * where statements are logged.
 */
const verifierOf = (password: string): string => {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest()
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyOf('Server Key').toString('base64')}`
}

/** Any constant of this program's own: processes of one data folder that start at once make one login. */
const loginLock = 7_438_004

/**
 * The login kept in `file`, made there and in the database where it is missing. `owner` needs CREATEROLE only for that.
 * Throws a StartRefusal with what the administrator may run instead.
 */
export const prepareProgramLogin = async (owner: pg.ClientBase, file: string): Promise<ProgramLogin> => {
  await owner.query('BEGIN')
  try {
    await owner.query('SELECT pg_advisory_xact_lock($1)', [loginLock])
    const kept = await readLogin(file)
    const login = kept ?? newLogin()
    const { rows } = await owner.query<{ isMember: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid AND m.roleid = $2::regrole) AS "isMember"
       FROM pg_roles r WHERE r.rolname = $1`,
      [login.user, programRole],
    )
    const name = pg.escapeIdentifier(login.user)
    if (rows.length === 0)
      await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(verifierOf(login.password))}`)
    if (rows[0]?.isMember !== true) await owner.query(`GRANT ${programRole} TO ${name}`)
    // before the commit: a role whose password nobody knows could never be used
    if (kept === undefined) await writeDurably(file, `${JSON.stringify(login, null, 2)}\n`)
    await owner.query('COMMIT')
    return login
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => undefined)
    const insufficientPrivilege = '42501'
    if ((error as { code?: string }).code === insufficientPrivilege) throw loginNotMade(programRole, error)
    throw error
  }
}

/** `url` with another user. What else it says (host, TLS, options) stays. */
export const urlAs = (url: string, login: ProgramLogin): string => {
  const [base = '', query] = url.split('?', 2)
  const address = base.replace(
    /^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/,
    `$1${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`,
  )
  const parameters = new URLSearchParams(query)
  for (const name of ['user', 'password', 'sslcert', 'sslkey']) parameters.delete(name)
  return parameters.size === 0 ? address : `${address}?${parameters}`
}
