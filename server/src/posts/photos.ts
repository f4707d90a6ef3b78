import type { Tx } from '../platform/database/db.ts'
import { invalid } from '../platform/refusal.ts'

/** Gives uploaded photos of this person a place in a post or in a reply to it; a photo belongs to one thing only. */
export const attachPhotos = async (
  tx: Tx,
  personId: string,
  at: { readonly communityId: number; readonly postId: string; readonly postReplyId: string | null },
  photoIds: readonly string[],
): Promise<void> => {
  if (photoIds.length === 0) return
  const attached = await tx.run(
    `update photos p set post_id = $2, post_reply_id = $3, position = given.position
     from unnest($4::uuid[]) with ordinality as given (photo_id, position)
     where p.community_id = $1 and p.photo_id = given.photo_id and p.uploaded_by = $5
       and p.service_request_id is null and p.registration_id is null and p.paper_of_service_request_id is null
       and p.post_id is null`,
    [at.communityId, at.postId, at.postReplyId, photoIds, personId],
  )
  if (attached !== photoIds.length) throw invalid('/photoIds', 'photo-unknown')
}
