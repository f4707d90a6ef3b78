import type { DataExport, exportMyData } from '@shequtong/contract/data-export'
import { checkExport } from '@shequtong/domain/data-export/data-export'
import type { Command } from '../../http/call.ts'
import type { Services } from '../../http/services.ts'
import { lookUpViews } from '../../identity/public.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { communitiesOf, earlierExports, ofCommunity, ofPerson } from '../queries.ts'

/** Beside the line in the log, in the words of the house. */
const reason = '本人带走一份自己的资料'

/** Lines of the log that one copy holds: more look-ups than anybody has, and a bound all the same. */
const maxLookUps = 10_000

const identityOf = async (
  tx: Tx,
  { vault }: Services,
  personId: string,
  knownSince: Date,
  now: Date,
): Promise<DataExport['identity']> => {
  const { identity, phone, phoneVerifiedAt } = await vault.exportOwn(tx, personId, reason, now)
  const { openids } = await vault.deliveryAddresses(tx, personId)
  return {
    trueName: identity?.trueName ?? null,
    documentKind: identity?.documentKind ?? null,
    documentNumber: identity?.documentNumber ?? null,
    birthOn: identity?.birthOn ?? null,
    phone,
    phoneVerifiedAt: phoneVerifiedAt?.toISOString() ?? null,
    wechat: [...openids],
    knownSince: knownSince.toISOString(),
  }
}

/** Everything held about the person (个人信息保护法 45), in one reply that is kept nowhere. */
export const exportOwn: Command<typeof exportMyData> = async (tx, { actor, now, services }) => {
  const { personId } = actor
  const { knownSince, exportedAt } = await earlierExports(tx, personId)
  const allowed = checkExport(exportedAt, now)
  if (!allowed.ok)
    throw new Refusal('rate-limited', {
      code: allowed.violation.code,
      retryAfterSeconds: Math.ceil((allowed.violation.againAt.getTime() - now.getTime()) / 1000),
    })
  await tx.run(`insert into data_exports (person_id, data_export_id, exported_at) values ($1, $2, $3)`, [
    personId,
    newId(),
    now,
  ])
  const identity = await identityOf(tx, services, personId, knownSince, now)
  const parts: Awaited<ReturnType<typeof ofCommunity>>[] = []
  for (const communityId of await communitiesOf(tx, personId))
    parts.push(await ofCommunity(tx, { communityId, personId, publicUrl: services.settings.publicUrl }))
  const lookUps = await services.vault.lookUpsAbout(tx, personId, { before: null, limit: maxLookUps })
  return {
    exportedAt: now.toISOString(),
    identity,
    memberships: parts.flatMap((part) => part.memberships),
    registrations: parts.flatMap((part) => part.registrations),
    helpers: parts.flatMap((part) => part.helpers),
    requests: parts.flatMap((part) => part.requests),
    replies: parts.flatMap((part) => part.replies),
    posts: parts.flatMap((part) => part.posts),
    postReplies: parts.flatMap((part) => part.postReplies),
    postReports: parts.flatMap((part) => part.postReports),
    postViews: parts.flatMap((part) => part.postViews),
    postLikes: parts.flatMap((part) => part.postLikes),
    mentions: parts.flatMap((part) => part.mentions),
    lookUps: (await lookUpViews(tx, services.territory, lookUps)).map(({ lookUpId: _, ...line }) => line),
    ...(await ofPerson(tx, personId)),
    exports: [...exportedAt, now].map((at) => at.toISOString()),
  }
}
