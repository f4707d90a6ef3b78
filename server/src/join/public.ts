import { parseCode } from '../platform/crypto/tokens.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'

export interface CurrentCode {
  readonly communityId: number
  readonly compoundId: string
  readonly qrCodeId: string
  readonly edition: number
}

export interface FoundCode extends CurrentCode {
  readonly revokedAt: Date | null
}

/** A scanned or typed code, current or replaced; not-found for anything that was never issued. */
export const findCode = async (db: Db, text: string): Promise<FoundCode> => {
  const code = parseCode(text)
  if (code === null) throw notFound()
  const found = await db.maybe<FoundCode>(
    `select community_id as "communityId", compound_id as "compoundId", qr_code_id as "qrCodeId", edition,
            revoked_at as "revokedAt"
     from qr_codes where code = $1`,
    [code],
  )
  if (found === undefined) throw notFound()
  return found
}

/** The compound that a code opens now; refuses not-found, or code-revoked where another edition hangs on the gate. */
export const loadCurrentCode = async (db: Db, text: string): Promise<CurrentCode> => {
  const { revokedAt, ...code } = await findCode(db, text)
  if (revokedAt !== null) throw new Refusal('code-revoked')
  return code
}
