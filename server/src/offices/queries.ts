import type { OfficeView } from '@shequtong/contract/territory'
import type { Db } from '../platform/database/db.ts'

export const officeOf = async (db: Db, communityId: number): Promise<OfficeView | null> =>
  (await db.maybe<OfficeView>(`select phone, address, hours from committee_offices where community_id = $1`, [
    communityId,
  ])) ?? null
