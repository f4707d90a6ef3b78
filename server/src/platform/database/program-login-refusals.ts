import { StartRefusal } from '../start-refusal.ts'

const howTo = (role: string) => ({
  zh: `请由数据库管理员执行：CREATE ROLE shequtong_server LOGIN PASSWORD '…' IN ROLE ${role}; 再把 DATABASE_APP_URL 设为用它登录的地址。`,
  en: `Let the database's administrator run: CREATE ROLE shequtong_server LOGIN PASSWORD '…' IN ROLE ${role}; and set DATABASE_APP_URL to the address that logs in as it.`,
})

/** The owner may not make the login that the server's connections need. */
export const loginNotMade = (role: string, cause: unknown): StartRefusal =>
  new StartRefusal(
    'database-login-not-made',
    {
      zh: 'DATABASE_URL 的用户无权为程序建立单独的登录用户，程序不能用数据库所有者的身份对外服务。',
      en: 'The user of DATABASE_URL may not make a login for the server, which must not serve as the owner of the database.',
    },
    howTo(role),
    cause,
  )

/** The login is not what keeps the identity vault shut. */
export const loginUnfit = (login: string, role: string, mayBecome: readonly string[]): StartRefusal =>
  new StartRefusal(
    'database-login-unfit',
    mayBecome.length === 0
      ? {
          zh: `数据库用户 ${login} 不是 ${role} 的成员，程序无法工作。`,
          en: `The database user ${login} is no member of ${role}: the program could do nothing.`,
        }
      : {
          zh: `数据库用户 ${login} 的权限太大（${mayBecome.join('、')}），居民身份信息将失去保护。`,
          en: `The database user ${login} may do too much (${mayBecome.join(', ')}): the identity vault would stand open.`,
        },
    howTo(role),
  )
