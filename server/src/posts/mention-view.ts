import type { MentionView } from '@shequtong/contract/mentions'
import type { Hat } from '@shequtong/domain/roles/hats'
import type { Actor } from '../sessions/actor.ts'
import type { MentionRow } from './rows-sql.ts'

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())

/** When a neighbour looked is the neighbour's own; when a role did, everybody reads. */
export const mentionView = (row: MentionRow, actor: Actor, hat: Hat): MentionView => {
  const isYou =
    row.role === null ? row.membershipId === actor.membershipId : hat.type === 'role' && hat.role === row.role
  return {
    mentionId: row.mentionId,
    words: row.words,
    role: row.role,
    shownName: row.shownName,
    isYou,
    deadlineAt: instant(row.deadlineAt),
    readAt: row.role === null && !isYou ? null : instant(row.readAt),
    answeredAt: instant(row.answeredAt),
  }
}
