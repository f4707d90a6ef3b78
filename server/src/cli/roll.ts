import { runRollCommand } from '../dwelling-roll/roll-command.ts'
import { openVault, runTool } from './open-tool.ts'

await runTool(async (tool) =>
  runRollCommand(tool.words, {
    pool: tool.database.programPool,
    db: tool.db,
    vault: await openVault(tool),
    now: tool.now,
    print: tool.print,
  }),
)
