import type { Db } from '../platform/database/db.ts'
import { type QrCodeRow, qrCodeColumns } from './view.ts'

export interface CompoundRow {
  compoundId: string
  name: string
}

/** Compounds by name, and every edition of their codes, the newest first. */
export const compoundsOf = async (db: Db, communityId: number): Promise<(CompoundRow & { qrCodes: QrCodeRow[] })[]> => {
  const [compounds, qrCodes] = await Promise.all([
    db.many<CompoundRow>(
      `select compound_id as "compoundId", name from compounds where community_id = $1 order by name`,
      [communityId],
    ),
    db.many<QrCodeRow>(`select ${qrCodeColumns} from qr_codes q where q.community_id = $1 order by q.edition desc`, [
      communityId,
    ]),
  ])
  const byCompound = Map.groupBy(qrCodes, (row) => row.compoundId)
  return compounds.map((compound) => ({ ...compound, qrCodes: byCompound.get(compound.compoundId) ?? [] }))
}

export const qrCodeWithCompound = (
  db: Db,
  communityId: number,
  qrCodeId: string,
): Promise<(QrCodeRow & { compoundName: string }) | undefined> =>
  db.maybe(
    `select ${qrCodeColumns}, c.name as "compoundName" from qr_codes q
     join compounds c on c.community_id = q.community_id and c.compound_id = q.compound_id
     where q.community_id = $1 and q.qr_code_id = $2`,
    [communityId, qrCodeId],
  )
