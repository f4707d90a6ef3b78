import { relative } from 'node:path'
import type { Missing, Reader } from './check-config.ts'
import type { Config } from './config-types.ts'

/** What an installation for real people lacks. */
export const missingInProduction = (
  config: Config,
  get: Reader['get'],
  hasFile: (path: string) => boolean,
): readonly Missing[] => {
  const missing: Missing[] = []
  const needed = (when: boolean, name: string, zh: string, en: string) => {
    if (when) missing.push({ name, words: { zh, en } })
  }
  needed(config.demo, 'DEMO', '正式环境不能有演示人物，请去掉', 'demo personas are not for production: leave it out')
  needed(
    config.database.kind === 'embedded' && get('ALLOW_EMBEDDED_DATABASE') !== '1',
    'DATABASE_URL',
    '请指向一个 PostgreSQL 15 或更新的数据库；若确实要用内置数据库，设 ALLOW_EMBEDDED_DATABASE=1',
    'name a PostgreSQL 15 or newer, or set ALLOW_EMBEDDED_DATABASE=1 to use the embedded one knowingly',
  )
  needed(
    config.publicUrl === undefined && get('PUBLIC_URL') === undefined,
    'PUBLIC_URL',
    '请设为居民使用的 https 地址，二维码会指向它',
    'set the https address that residents use; the QR codes lead there',
  )
  needed(
    config.publicUrl !== undefined && !config.secureCookies,
    'PUBLIC_URL',
    '必须是 https，否则登录信息会明文传送',
    'must be https, or sign-ins would travel in the clear',
  )
  const ownSecrets = get('SECRETS_FILE') !== undefined
  needed(!ownSecrets, 'SECRETS_FILE', '请指向您自己保管的密钥文件', 'name the key file that you keep')
  needed(
    ownSecrets && !hasFile(config.secretsFile),
    'SECRETS_FILE',
    `没有这个文件：${config.secretsFile}`,
    `there is no such file: ${config.secretsFile}`,
  )
  needed(
    ownSecrets && isInside(config.dataDir, config.secretsFile),
    'SECRETS_FILE',
    '不能放在 DATA_DIR 里：数据文件夹的副本不能带着密钥，开发时自动生成的密钥也不能用于正式环境',
    'must lie outside DATA_DIR: a copy of the data must not carry its keys, nor are the keys made for development fit',
  )
  needed(
    config.smsUrl === undefined && config.wechat === undefined,
    'SMS_URL',
    '居民至少要有一种登录方式：设 SMS_URL，或 WECHAT_APP_ID 和 WECHAT_APP_SECRET',
    'residents need a way in: set SMS_URL, or WECHAT_APP_ID and WECHAT_APP_SECRET',
  )
  needed(
    config.smsUrl !== undefined && config.smsToken === undefined,
    'SMS_TOKEN',
    '请设为短信网关的令牌，否则谁都能冒用它发短信',
    'set the bearer token of the SMS gateway: one that asks for none lets anybody send in your name',
  )
  return missing
}

const isInside = (folder: string, path: string): boolean => !/^(\.\.|[a-zA-Z]:)/.test(relative(folder, path))
