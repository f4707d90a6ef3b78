import type pg from 'pg'
import type { DemoStage } from '../demo/stage.ts'
import type { Vault } from '../identity/vault.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/db.ts'
import type { SmsSender } from '../platform/sms/sms-sender.ts'
import type { PhotoStore } from '../platform/storage/photo-store.ts'
import type { ViewCache } from '../platform/view-cache.ts'
import type { WechatDoor } from '../platform/wechat/wechat-door.ts'
import type { ResponseRules } from '../service-requests/response-rules.ts'
import type { TerritoryDirectory } from '../territory/directory.ts'

/** What the outside gives to every feature; built once at start, once per test world. */
export interface Services {
  readonly pool: pg.Pool
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
  readonly territory: TerritoryDirectory
  readonly responseRules: ResponseRules
  readonly views: ViewCache
  readonly photos: PhotoStore
  /** Absent: nobody receives messages here, and the phone is no door. */
  readonly sms: SmsSender | undefined
  /** Absent: WeChat is no door here. */
  readonly wechat: WechatDoor | undefined
  /** Only in a demo. */
  readonly demo?: DemoStage | undefined
  readonly settings: Settings
}

export interface Settings {
  /** Where people reach us, without a trailing slash; stands in QR codes. */
  readonly publicUrl: string
  readonly secureCookies: boolean
  readonly demo: boolean
  /** Keyed hash for look-ups of phones in short-lived tables. */
  readonly secret: Buffer
}
