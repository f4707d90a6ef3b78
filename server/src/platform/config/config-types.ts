import type { DatabaseConfig } from '../database/connect.ts'

export const partNames = ['http', 'realtime', 'jobs'] as const
export type Part = (typeof partNames)[number]

export interface WechatConfig {
  readonly appId: string
  readonly appSecret: string
  /** Where the server asks; default https://api.weixin.qq.com. */
  readonly apiUrl: string
  /** Where the person's browser is sent; default https://open.weixin.qq.com. */
  readonly openUrl: string
}

/** Everything that differs between installations. Nothing else reads the environment. */
export interface Config {
  readonly mode: 'development' | 'production' | 'test'
  readonly host: string
  readonly port: number
  /** Absolute. Database, photos, keys: what a backup of the machine must hold. */
  readonly dataDir: string
  readonly database: DatabaseConfig
  /** Connections of the program's pool. */
  readonly poolSize: number
  /** The origin that people type and that QR codes lead to, without a trailing slash; absent: derived from host and port. */
  readonly publicUrl: string | undefined
  /** Session cookies carry `Secure`: so it is wherever the public address is https. */
  readonly secureCookies: boolean
  /** The demo district with its personas and their one-click sign-in. */
  readonly demo: boolean
  readonly parts: ReadonlySet<Part>
  /** Addresses or networks of the reverse proxies, whose X-Forwarded-For is believed in production. */
  readonly trustedProxies: readonly string[]
  /** Of the SMS gateway; absent: the simulator in this repository. */
  readonly smsUrl: string | undefined
  /** The bearer token that the SMS gateway asks for. */
  readonly smsToken: string | undefined
  /** Absent: the simulator in this repository. */
  readonly wechat: WechatConfig | undefined
  /** The key ring of the identity vault. In production the operator keeps it apart from the data folder. */
  readonly secretsFile: string
}
