import type {
  addAnswerTemplate,
  changeAnswerTemplate,
  removeAnswerTemplate,
} from '@shequtong/contract/answer-templates'
import { keepTemplate, type TemplateDesk } from '@shequtong/domain/answer-templates/answer-templates'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { deskOf, templatesOf } from '../queries.ts'

/** Whoever adds to the same desk waits: two who add at once never keep one too many. */
const lockSql = `select pg_advisory_xact_lock(hashtext('answer_templates ' || $1::int || ' ' || $2::text))`

const countSql = `
  select count(*)::int as beside from answer_templates
  where community_id = $1 and desk = $2 and answer_template_id is distinct from $3`

const check = async (
  tx: Tx,
  at: { readonly communityId: number; readonly desk: TemplateDesk; readonly but: string | null },
  text: string,
): Promise<void> => {
  await tx.run(lockSql, [at.communityId, at.desk])
  const { beside } = await tx.one<{ beside: number }>(countSql, [at.communityId, at.desk, at.but])
  const may = keepTemplate(text, beside)
  if (!may.ok) throw new Refusal('rule-refused', { code: may.violation.code })
}

export const add: Command<typeof addAnswerTemplate> = async (tx, { actor, place: { communityId }, input, now }) => {
  const desk = deskOf(actor)
  const { text } = input.body
  await check(tx, { communityId, desk, but: null }, text)
  await tx.run(
    `insert into answer_templates (community_id, answer_template_id, desk, text, changed_by_role_grant_id, changed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [communityId, newId(), desk, text, actor.roleGrantId, now],
  )
  return templatesOf(tx, communityId, desk)
}

export const change: Command<typeof changeAnswerTemplate> = async (
  tx,
  { actor, place: { communityId }, input, now },
) => {
  const desk = deskOf(actor)
  const { answerTemplateId } = input.params
  await check(tx, { communityId, desk, but: answerTemplateId }, input.body.text)
  const changed = await tx.run(
    `update answer_templates set text = $4, changed_by_role_grant_id = $5, changed_at = $6
     where community_id = $1 and desk = $2 and answer_template_id = $3`,
    [communityId, desk, answerTemplateId, input.body.text, actor.roleGrantId, now],
  )
  if (changed === 0) throw notFound()
  return templatesOf(tx, communityId, desk)
}

export const remove: Command<typeof removeAnswerTemplate> = async (tx, { actor, place: { communityId }, input }) => {
  const desk = deskOf(actor)
  const removed = await tx.run(
    `delete from answer_templates where community_id = $1 and desk = $2 and answer_template_id = $3`,
    [communityId, desk, input.params.answerTemplateId],
  )
  if (removed === 0) throw notFound()
  return templatesOf(tx, communityId, desk)
}
