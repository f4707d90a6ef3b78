import type { PhotoView } from '@shequtong/contract/service-requests'
import type { Db, Tx } from '../platform/database/db.ts'
import { invalid } from '../platform/refusal.ts'

/** What the paper is for: the column of `photos` that names it. */
type PaperOf = { readonly registrationId: string } | { readonly serviceRequestId: string }

/** Puts photos that this person uploaded beside what was signed; a photo belongs to one thing only. */
export const attachPaper = async (
  tx: Tx,
  at: { readonly communityId: number; readonly uploadedBy: string } & PaperOf,
  photoIds: readonly string[],
): Promise<void> => {
  if (photoIds.length === 0) return
  const [column, id] =
    'registrationId' in at
      ? ['registration_id', at.registrationId]
      : ['paper_of_service_request_id', at.serviceRequestId]
  const attached = await tx.run(
    `update photos p set ${column} = $2, position = given.position
     from unnest($3::uuid[]) with ordinality as given (photo_id, position)
     where p.community_id = $1 and p.photo_id = given.photo_id and p.uploaded_by = $4
       and p.service_request_id is null and p.registration_id is null and p.paper_of_service_request_id is null and p.post_id is null`,
    [at.communityId, id, photoIds, at.uploadedBy],
  )
  if (attached !== photoIds.length) throw invalid('/paperPhotoIds', 'photo-unknown')
}

export const paperOfRequest = (db: Db, communityId: number, serviceRequestId: string): Promise<PhotoView[]> =>
  db.many<PhotoView>(
    `select photo_id as "photoId", width_px as "widthPx", height_px as "heightPx" from photos
     where community_id = $1 and paper_of_service_request_id = $2 order by position`,
    [communityId, serviceRequestId],
  )
