import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Services } from '../../src/http/services.ts'
import { createVault } from '../../src/identity/vault.ts'
import { keyRingOf } from '../../src/platform/crypto/key-ring.ts'
import { generateKeyRing } from '../../src/platform/crypto/key-ring-file.ts'
import { newToken } from '../../src/platform/crypto/tokens.ts'
import { dbOver } from '../../src/platform/database/db.ts'
import { httpSmsSender } from '../../src/platform/sms/sms-sender.ts'
import { smsSimulator } from '../../src/platform/sms/sms-simulator.ts'
import { createDiskPhotoStore } from '../../src/platform/storage/photo-store.ts'
import { createViewCache } from '../../src/platform/view-cache.ts'
import { httpWechatDoor } from '../../src/platform/wechat/wechat-door.ts'
import { wechatSimulator } from '../../src/platform/wechat/wechat-simulator.ts'
import { createResponseRules } from '../../src/service-requests/response-rules.ts'
import { demoStage } from '../../src/start/demo.ts'
import { createTerritoryDirectory } from '../../src/territory/directory.ts'
import { TestClock } from './test-clock.ts'
import { createTestDatabase } from './test-cluster.ts'

const listening = async (app: FastifyInstance): Promise<string> => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

export const smsToken = newToken()

export interface TestServices {
  readonly services: Services
  readonly ownerPool: pg.Pool
  readonly clock: TestClock
  readonly sms: FastifyInstance
  /** Where photos are kept. */
  readonly photoFolder: string
  readonly close: () => Promise<void>
}

/** `outside: false`: an installation that has neither an SMS gateway nor WeChat. Everything that the features take from the outside: a migrated database of its own, simulators over real HTTP, a clock. */
export const createTestServices = async (
  options: { demo?: boolean; outside?: boolean } = {},
): Promise<TestServices> => {
  const database = await createTestDatabase()
  const photoFolder = await mkdtemp(join(tmpdir(), 'shequtong-world-'))
  const clock = new TestClock()
  const sms = smsSimulator(smsToken)
  const wechatApp = { appId: 'wx-test', secret: newToken() }
  const wechat = wechatSimulator(wechatApp)
  const wechatUrl = await listening(wechat)
  const smsGateway = { url: await listening(sms), token: smsToken }
  const db = dbOver(database.programPool)
  const services: Services = {
    pool: database.programPool,
    db,
    clock,
    vault: createVault(keyRingOf(generateKeyRing('aes-256-gcm/sha-256', clock.now()))),
    territory: createTerritoryDirectory(db),
    responseRules: createResponseRules(0),
    views: createViewCache(),
    photos: createDiskPhotoStore(photoFolder),
    sms: options.outside === false ? undefined : httpSmsSender(smsGateway),
    wechat:
      options.outside === false
        ? undefined
        : httpWechatDoor({ ...wechatApp, authorizeBase: wechatUrl, apiBase: wechatUrl }),
    demo: options.demo === true ? demoStage(smsGateway) : undefined,
    settings: {
      publicUrl: 'http://localhost:3000',
      secureCookies: false,
      demo: options.demo ?? false,
      secret: Buffer.from(newToken()),
    },
  }
  const close = async () => {
    await sms.close()
    await wechat.close()
    await rm(photoFolder, { recursive: true, force: true })
    await database.drop()
  }
  return { services, ownerPool: database.ownerPool, clock, sms, photoFolder, close }
}
