import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { dateOnIn } from '@shequtong/domain/time'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import type { Db } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { issue } from './commands/issue.ts'
import { revoke } from './commands/revoke.ts'
import { renderPoster } from './poster/poster.ts'
import { compoundsOf, qrCodeWithCompound } from './queries.ts'
import { qrCodeView, urlOf } from './view.ts'

const qrCodeAgain = {
  about: ({ qrCodeId }: { readonly qrCodeId: string }): string => qrCodeId,
  again: async (
    { db, place, services }: { readonly db: Db; readonly place: CommunityPlace; readonly services: Services },
    qrCodeId: string,
  ) => {
    const row = await qrCodeWithCompound(db, place.communityId, qrCodeId)
    if (row === undefined) throw notFound()
    return qrCodeView(row, services.settings.publicUrl)
  },
}

export const qrCodeRoutes: Handlers<'listCompounds' | 'issueQrCode' | 'revokeQrCode' | 'printQrPoster'> = {
  listCompounds: async ({ db, place, services }) => ({
    compounds: (await compoundsOf(db, place.communityId)).map(({ compoundId, name, qrCodes }) => ({
      compoundId,
      name,
      qrCodes: qrCodes.map((row) => qrCodeView(row, services.settings.publicUrl)),
    })),
  }),

  issueQrCode: madeAnew(issue, qrCodeAgain),
  revokeQrCode: madeAnew(revoke, qrCodeAgain),

  printQrPoster: async ({ db, place, input, services }) => {
    const row = await qrCodeWithCompound(db, place.communityId, input.params.qrCodeId)
    const community = await services.territory.community(place.communityId)
    if (row === undefined || community === undefined) throw notFound()
    if (row.revokedAt !== null) throw new Refusal('code-revoked')
    const bytes = await renderPoster({
      compoundName: row.compoundName,
      subdistrictName: community.subdistrictName,
      communityKind: community.kind,
      url: urlOf(services.settings.publicUrl, row.code),
      edition: row.edition,
      inUseFrom: dateOnIn(row.createdAt),
    })
    return { bytes, type: 'application/pdf', fileName: `${row.compoundName}-${row.edition}.pdf` }
  },
}
