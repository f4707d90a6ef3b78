import { runRollupsCommand } from '../command-center/rollups-command.ts'
import { runTool } from './open-tool.ts'

await runTool(({ words, database, now, print }) => runRollupsCommand(words, { pool: database.programPool, now, print }))
