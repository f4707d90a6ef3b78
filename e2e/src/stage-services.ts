import type { Services } from '@shequtong/server/http/services'
import { createVault } from '@shequtong/server/identity/vault'
import { keyRingOf } from '@shequtong/server/platform/crypto/key-ring'
import type { KeyRingFile } from '@shequtong/server/platform/crypto/key-ring-file'
import { dbOver } from '@shequtong/server/platform/database/db'
import { httpSmsSender } from '@shequtong/server/platform/sms/sms-sender'
import { createDiskPhotoStore } from '@shequtong/server/platform/storage/photo-store'
import { createViewCache } from '@shequtong/server/platform/view-cache'
import { httpWechatDoor } from '@shequtong/server/platform/wechat/wechat-door'
import { createResponseRules } from '@shequtong/server/service-requests/response-rules'
import { demoStage } from '@shequtong/server/start/demo'
import type { Simulators } from '@shequtong/server/start/simulators'
import { createTerritoryDirectory } from '@shequtong/server/territory/directory'
import type pg from 'pg'
import type { TestClock } from '../../server/test/support/test-clock.ts'

interface Parts {
  readonly pool: pg.Pool
  readonly folder: string
  readonly keyRing: KeyRingFile
  readonly clock: TestClock
  readonly simulators: Simulators
  readonly publicUrl: string
}

/** What `npm start` builds for a demo, with a clock that can be moved. */
export const stageServices = ({ pool, folder, keyRing, clock, simulators, publicUrl }: Parts): Services => {
  const db = dbOver(pool)
  const { sms, wechat } = simulators
  return {
    pool,
    db,
    clock,
    vault: createVault(keyRingOf(keyRing)),
    territory: createTerritoryDirectory(db),
    responseRules: createResponseRules(0),
    views: createViewCache(),
    photos: createDiskPhotoStore(folder),
    sms: httpSmsSender(sms),
    wechat: httpWechatDoor({
      appId: wechat.appId,
      secret: wechat.appSecret,
      authorizeBase: wechat.openUrl,
      apiBase: wechat.apiUrl,
    }),
    demo: demoStage(sms),
    settings: { publicUrl, secureCookies: false, demo: true, secret: Buffer.alloc(32, 7) },
  }
}
