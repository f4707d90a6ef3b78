import { isAbsolute, join, resolve } from 'node:path'
import { ok, type Result, refused, type Violation } from '@shequtong/domain/result'
import type { Words } from '../start-refusal.ts'
import type { Config } from './config-types.ts'
import { httpUrl, networks, onOff, originUrl, parts, postgresUrl, wholeNumber } from './config-values.ts'
import { missingInProduction } from './production.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** One thing that is wrong or missing, with the name of the variable to set. */
export interface Missing {
  readonly name: string
  readonly words: Words
}

export interface ConfigRefused extends Violation {
  readonly code: 'config-refused'
  /** Everything at once, in the order of the manual; never empty. */
  readonly missing: readonly Missing[]
}

/** What the files say that a pure function may not look up. */
export interface Surroundings {
  readonly workingFolder: string
  /** Whether the file that SECRETS_FILE names is there. */
  readonly hasFile: (path: string) => boolean
}

/**
 * Reads `env` and the command line's `args` (`--parts=http,realtime,jobs`, `--demo=on|off`). In production it refuses
 * demo personas, secrets that the program made up, cookies over plain http, and the embedded database unless allowed.
 */
export const checkConfig = (
  env: Environment,
  args: readonly string[],
  around: Surroundings,
): Result<Config, ConfigRefused> => {
  const missing: Missing[] = []
  const get = (name: string) => env[name]?.trim() || undefined
  const complain = (name: string, zh: string, en: string) => missing.push({ name, words: { zh, en } })
  const flag = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  const mode = get('NODE_ENV') ?? 'development'
  if (mode !== 'development' && mode !== 'production' && mode !== 'test') {
    complain('NODE_ENV', '只能是 development、production 或 test', 'must be development, production or test')
  }
  const production = mode === 'production'
  const read = { get, flag, complain }
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(around.workingFolder, path))
  const dataDir = absolute(get('DATA_DIR') ?? '.data')
  const url = postgresUrl(read, 'DATABASE_URL')
  const appUrl = postgresUrl(read, 'DATABASE_APP_URL')
  if (appUrl !== undefined && url === undefined)
    complain('DATABASE_URL', '与 DATABASE_APP_URL 必须同时设置', 'is needed with DATABASE_APP_URL')
  const publicUrl = originUrl(read, 'PUBLIC_URL')
  const config: Config = {
    mode: production ? 'production' : mode === 'test' ? 'test' : 'development',
    host: get('HOST') ?? '0.0.0.0',
    port: wholeNumber(read, 'PORT', { from: 0, to: 65535, otherwise: 3000 }),
    dataDir,
    database:
      url === undefined
        ? { kind: 'embedded', folder: join(dataDir, 'database') }
        : { kind: 'external', url, appUrl, loginFile: join(dataDir, 'database-login.json') },
    poolSize: wholeNumber(read, 'DATABASE_POOL_SIZE', { from: 2, to: 500, otherwise: 16 }),
    publicUrl,
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    demo: onOff(read, 'DEMO', flag('demo') ?? get('DEMO'), !production),
    parts: parts(read, flag('parts')),
    trustedProxies: networks(read, 'TRUSTED_PROXIES'),
    smsUrl: httpUrl(read, 'SMS_URL'),
    smsToken: get('SMS_TOKEN'),
    wechat: wechat(read),
    secretsFile: absolute(get('SECRETS_FILE') ?? join(dataDir, 'secrets.json')),
  }
  if (production) missing.push(...missingInProduction(config, get, around.hasFile))
  return missing.length === 0 ? ok(config) : refused({ code: 'config-refused', missing })
}

export interface Reader {
  readonly get: (name: string) => string | undefined
  readonly flag: (name: string) => string | undefined
  readonly complain: (name: string, zh: string, en: string) => void
}

const wechat = (read: Reader): Config['wechat'] => {
  const appId = read.get('WECHAT_APP_ID')
  const appSecret = read.get('WECHAT_APP_SECRET')
  const apiUrl = httpUrl(read, 'WECHAT_API_URL') ?? 'https://api.weixin.qq.com'
  const openUrl = httpUrl(read, 'WECHAT_OPEN_URL') ?? 'https://open.weixin.qq.com'
  if (appId !== undefined && appSecret !== undefined) return { appId, appSecret, apiUrl, openUrl }
  if (appId !== undefined)
    read.complain('WECHAT_APP_SECRET', '与 WECHAT_APP_ID 必须同时设置', 'is needed with WECHAT_APP_ID')
  if (appSecret !== undefined)
    read.complain('WECHAT_APP_ID', '与 WECHAT_APP_SECRET 必须同时设置', 'is needed with WECHAT_APP_SECRET')
  return undefined
}
