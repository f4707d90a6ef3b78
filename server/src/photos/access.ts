import { mayModerate } from '@shequtong/domain/posts/post'
import { decide } from '@shequtong/domain/roles/permissions'
import { isLookValid, mayLookInto, maySee, maySeeNotes } from '@shequtong/domain/service-requests/participants'
import type { EntryKind } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import { toReadPost } from '../posts/public.ts'
import { participantOf, rowColumns, type ServiceRequestRow, toDomain } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'

type PhotoRow = {
  uploadedBy: string
  /** The post in which it stands; `isRemoved`: the reply below it was taken away. */
  postId: string | null
  isRemoved: boolean
  entryKind: EntryKind | null
  signedBy: string | null
  isPaper: boolean
  /** When this role last stated a reason to open the request. */
  lookedAt: Date | null
} & (({ attached: true } & ServiceRequestRow) | { attached: false })

const maySeePhoto = (actor: Actor, place: CommunityPlace, row: PhotoRow, now: Date): boolean => {
  // a signed paper: for those who review it, and for whose it is
  if (row.isPaper)
    return row.signedBy === actor.personId || decide('registration.review', actor.hat, place) === 'allowed'
  if (!row.attached) return row.uploadedBy === actor.personId
  const who = participantOf(actor, row)
  const request = toDomain(row)
  const looks = row.lookedAt !== null && isLookValid(row.lookedAt, now) && mayLookInto(who, request, place)
  if (!looks && !maySee(who, request, place)) return false
  return row.entryKind !== 'note' || maySeeNotes(who.hat)
}

/** What every neighbour may see may stay in a browser; what is for a few is fetched, and decided, anew each time. */
const isForNeighbours = (row: PhotoRow): boolean =>
  row.attached && row.visibility === 'community' && row.state !== 'withdrawn' && row.entryKind !== 'note'

/** A photo of a post is seen by whoever sees the post; what was taken away is for whoever keeps order. */
const inPost = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  postId: string,
  isReplyRemoved: boolean,
): Promise<{ readonly forNeighbours: boolean }> => {
  const post = await toReadPost(db, actor, place.communityId, postId)
  const isRemoved = isReplyRemoved || post.state === 'removed'
  if (isRemoved && (actor.hat === undefined || !mayModerate(actor.hat))) throw notFound()
  return { forNeighbours: !isRemoved && post.state === 'published' && post.scopeId === null }
}

/**
 * Refuses not-found unless the photo exists here and the actor may see it: what it stands in decides; one that stands
 * in nothing yet is its uploader's alone. An officer who stated a reason to open a private request sees its photos as
 * long as that look is valid.
 */
export const toRead = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  photoId: string,
  now: Date,
): Promise<{ readonly forNeighbours: boolean }> => {
  const row = await db.maybe<PhotoRow>(
    `select p.uploaded_by as "uploadedBy", p.post_id as "postId", pr.removed_at is not null as "isRemoved", r.service_request_id is not null as attached, e.kind as "entryKind",
       coalesce(g.person_id, qm.person_id) as "signedBy",
       coalesce(p.registration_id, p.paper_of_service_request_id) is not null as "isPaper",
       (select max(l.at) from service_request_entries l
         where l.community_id = p.community_id and l.service_request_id = p.service_request_id and l.kind = 'lookedInto'
           and l.by_role_grant_id = $3) as "lookedAt", ${rowColumns}
     from photos p
     left join service_requests r on r.community_id = p.community_id and r.service_request_id = p.service_request_id
     left join service_request_entries e on e.community_id = p.community_id and e.entry_id = p.entry_id
     left join post_replies pr on pr.community_id = p.community_id and pr.post_reply_id = p.post_reply_id
     left join registrations g on g.community_id = p.community_id and g.registration_id = p.registration_id
     left join service_requests q on q.community_id = p.community_id and q.service_request_id = p.paper_of_service_request_id
     left join memberships qm on qm.community_id = q.community_id and qm.membership_id = q.by_membership_id
     where p.community_id = $1 and p.photo_id = $2`,
    [place.communityId, photoId, actor.roleGrantId ?? null],
  )
  if (row === undefined) throw notFound()
  if (row.postId !== null) return inPost(db, actor, place, row.postId, row.isRemoved)
  if (!maySeePhoto(actor, place, row, now)) throw notFound()
  return { forNeighbours: isForNeighbours(row) }
}
