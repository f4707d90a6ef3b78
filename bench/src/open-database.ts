import { connectDatabase, type Database } from '@shequtong/server/platform/database/connect'

/** Of every process that is measured: the product's default. */
export const poolSize = 16

/** The bench's embedded database, shared as a tool shares it. */
export const openDatabase = (folder: string): Promise<Database> =>
  connectDatabase({ kind: 'embedded', folder }, { poolSize })
