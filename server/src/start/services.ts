import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { Services } from '../http/services.ts'
import { openRing } from '../identity/open-ring.ts'
import { createVault } from '../identity/vault.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config-types.ts'
import { openKeyRing } from '../platform/crypto/key-ring.ts'
import type { Database } from '../platform/database/connect.ts'
import { dbOver } from '../platform/database/db.ts'
import { httpSmsSender } from '../platform/sms/sms-sender.ts'
import { createDiskPhotoStore } from '../platform/storage/photo-store.ts'
import { createViewCache } from '../platform/view-cache.ts'
import { httpWechatDoor } from '../platform/wechat/wechat-door.ts'
import { createResponseRules } from '../service-requests/response-rules.ts'
import { createTerritoryDirectory } from '../territory/directory.ts'
import { demoStage } from './demo.ts'
import type { Simulators } from './simulators.ts'

/** Everything that the features take from the outside, built from the configuration. */
export const createServices = async (
  config: Config,
  database: Database,
  publicUrl: string,
  simulators: Simulators | undefined,
): Promise<Services> => {
  const ringFile = await openRing(config, database.ownerPool, systemClock.now())
  const db = dbOver(database.programPool)
  const wechat = config.wechat ?? simulators?.wechat
  const sms = config.smsUrl === undefined ? simulators?.sms : { url: config.smsUrl, token: config.smsToken ?? '' }
  return {
    pool: database.programPool,
    db,
    clock: systemClock,
    vault: createVault(openKeyRing(config.secretsFile)),
    territory: createTerritoryDirectory(db),
    responseRules: createResponseRules(),
    views: createViewCache(),
    photos: createDiskPhotoStore(join(config.dataDir, 'photos')),
    sms: sms && httpSmsSender(sms),
    wechat:
      wechat &&
      httpWechatDoor({
        appId: wechat.appId,
        secret: wechat.appSecret,
        authorizeBase: wechat.openUrl,
        apiBase: wechat.apiUrl,
      }),
    demo: config.demo ? demoStage(config.smsUrl === undefined ? simulators?.sms : undefined) : undefined,
    settings: {
      publicUrl,
      secureCookies: config.secureCookies,
      demo: config.demo,
      // derived, so that there is one file of secrets to keep
      secret: createHmac('sha256', JSON.stringify(ringFile.blindKeys)).update('one-time codes').digest(),
    },
  }
}
