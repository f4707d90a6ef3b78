import { join } from 'node:path'
import type { Services } from '@shequtong/server/http/services'
import { checkConfig } from '@shequtong/server/platform/config/check-config'
import type { Database } from '@shequtong/server/platform/database/connect'
import { createServices } from '@shequtong/server/start/services'

/** As a demo has them; nobody is sent a message or to WeChat here, so these lead nowhere. */
export const createBenchServices = (dataDir: string, database: Database): Promise<Services> => {
  const around = { workingFolder: dataDir, hasFile: () => false }
  const config = checkConfig({ DATA_DIR: dataDir, SECRETS_FILE: join(dataDir, 'secrets.json') }, [], around)
  if (!config.ok) throw new Error(config.violation.code)
  const nowhere = 'http://127.0.0.1:9'
  return createServices(config.value, database, 'http://localhost:3000', {
    sms: { url: nowhere, token: '' },
    wechat: { appId: 'bench', appSecret: '', apiUrl: nowhere, openUrl: nowhere },
    stop: async () => undefined,
  })
}
