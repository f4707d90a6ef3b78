import { runTerritoryCommand } from '../territory/territory-command.ts'
import { runTool } from './open-tool.ts'

await runTool((tool) =>
  runTerritoryCommand(tool.words, { ownerPool: tool.database.ownerPool, db: tool.db, print: tool.print }),
)
