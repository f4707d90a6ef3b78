import { StartRefusal, type Words } from '../start-refusal.ts'

/** The address without the password, also one that holds `@` or `/` where %40 and %2F should stand. */
const where = (url: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/)([^:@/]*)(?::.*)?@/, '$1$2@').replace(/([?&]password=)[^&]*/, '$1…')

const checkUrl: Words = {
  zh: '请检查 DATABASE_URL（postgresql://用户:密码@主机:5432/数据库名）。',
  en: 'Check DATABASE_URL (postgresql://user:password@host:5432/database).',
}

interface ConnectionError {
  readonly code?: string
  readonly message?: string
  readonly errors?: readonly ConnectionError[]
}

/** Why no connection to `url` came about. Codes: Node's for the network, PostgreSQL's SQLSTATE (its manual, appendix A). */
export const explainConnection = (url: string, cause: unknown): StartRefusal => {
  const error = cause as ConnectionError
  const inner = error.errors?.[0] ?? error
  const address = where(url)
  const refuse = (code: string, zh: string, en: string, whatToDo: Words = checkUrl) =>
    new StartRefusal(code, { zh, en }, whatToDo, cause)
  switch (error.code ?? inner.code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return refuse('database-unreachable', `${address} 没有数据库在应答。`, `No database answers at ${address}.`, {
        zh: `请确认数据库已启动，并检查 DATABASE_URL 的主机和端口。`,
        en: 'See that the database runs, and check host and port of DATABASE_URL.',
      })
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return refuse('database-host-unknown', `找不到 ${address} 的主机名。`, `The host name in ${address} is unknown.`)
    case '28P01':
    case '28000':
      return refuse(
        'database-login-refused',
        `数据库拒绝了 ${address} 的登录：${inner.message}。`,
        `The database refused the login of ${address}: ${inner.message}.`,
      )
    case '3D000':
      return refuse(
        'database-missing',
        `服务器上没有 ${address} 所指的数据库。`,
        `The server has no such database as in ${address}.`,
        {
          zh: '请先创建：CREATE DATABASE 数据库名 OWNER 用户。',
          en: 'Create it first: CREATE DATABASE name OWNER user.',
        },
      )
    case '53300':
      return refuse(
        'database-full',
        `数据库 ${address} 的连接数已满。`,
        `The database ${address} takes no more connections.`,
        { zh: '请提高 max_connections 或减少连接。', en: 'Raise max_connections or close some connections.' },
      )
  }
  if (/timeout/i.test(inner.message ?? '')) {
    return refuse('database-unreachable', `${address} 在规定时间内没有应答。`, `${address} did not answer in time.`)
  }
  return refuse(
    'database-url-wrong',
    `无法连接 DATABASE_URL 所指的数据库：${inner.message}。`,
    `The database of DATABASE_URL cannot be reached: ${inner.message}.`,
  )
}

export const urlMalformed = (): StartRefusal =>
  new StartRefusal(
    'database-url-malformed',
    { zh: 'DATABASE_URL 不是一个 PostgreSQL 地址。', en: 'DATABASE_URL is not the address of a PostgreSQL database.' },
    checkUrl,
  )

export const unsuitable = (found: string, needed: string): StartRefusal =>
  new StartRefusal(
    'database-unsuitable',
    {
      zh: `DATABASE_URL 的数据库是 ${found}，需要 ${needed}。`,
      en: `The database of DATABASE_URL is ${found}; ${needed} is needed.`,
    },
    {
      zh: '请换用合适的数据库，或去掉 DATABASE_URL 使用内置数据库。',
      en: 'Use a fitting one, or leave DATABASE_URL out to use the embedded database.',
    },
  )

export const alreadyRunning = (): StartRefusal =>
  new StartRefusal(
    'already-running',
    { zh: '社区通已经在运行。', en: 'Shequtong is running already.' },
    { zh: '请使用正在运行的那一个，或先停止它。', en: 'Use the running one, or stop it first.' },
  )
