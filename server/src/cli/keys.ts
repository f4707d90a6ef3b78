import { runKeysCommand } from '../identity/keys-command.ts'
import { openVault, runTool } from './open-tool.ts'

await runTool(async (tool) => {
  await openVault(tool)
  return runKeysCommand(tool.words, {
    ownerPool: tool.database.ownerPool,
    ringPath: tool.config.secretsFile,
    now: tool.now,
    print: tool.print,
  })
})
