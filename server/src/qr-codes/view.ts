import type { QrCodeView } from '@shequtong/contract/territory'
import type * as z from 'zod'

/** One edition of a compound's QR code, as pg gives it under these names. */
export interface QrCodeRow {
  qrCodeId: string
  compoundId: string
  code: string
  edition: number
  createdAt: Date
  revokedAt: Date | null
}

export const qrCodeColumns = `
  q.qr_code_id as "qrCodeId", q.compound_id as "compoundId", q.code, q.edition, q.created_at as "createdAt",
  q.revoked_at as "revokedAt"`

export const urlOf = (publicUrl: string, code: string): string => `${publicUrl}/j/${code}`

/** Code and address only while they work: nobody copies a dead one out of a list. */
export const qrCodeView = (row: QrCodeRow, publicUrl: string): z.output<typeof QrCodeView> => ({
  qrCodeId: row.qrCodeId,
  edition: row.edition,
  code: row.revokedAt === null ? row.code : null,
  url: row.revokedAt === null ? urlOf(publicUrl, row.code) : null,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
})
