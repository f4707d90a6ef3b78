// npm run seed -- baoshan --members 7400 --interactions 1500000: a large world, for measuring and for looking at.
import { runTool } from '@shequtong/server/cli/open-tool'
import { createServices } from '@shequtong/server/start/services'
import { runSeedCommand } from './runner/large/seed-command.ts'

await runTool(async ({ config, database, words, now, print }) => {
  if (config.mode === 'production') {
    print('正式环境里不编造居民 · a world is never made up in production')
    return 1
  }
  const services = await createServices(config, database, 'http://localhost:3000', undefined)
  return runSeedCommand(words, { services, ownerPool: database.ownerPool, dataDir: config.dataDir, now, print })
})
