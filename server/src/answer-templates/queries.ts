import type { AnswerTemplate } from '@shequtong/contract/answer-templates'
import { type TemplateDesk, templateDeskOf } from '@shequtong/domain/answer-templates/answer-templates'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'

/** Where the actor answers; not-found for whoever has no desk. */
export const deskOf = ({ hat }: Actor): TemplateDesk => {
  const desk = hat?.type === 'role' ? templateDeskOf(hat.role) : undefined
  if (desk === undefined) throw notFound()
  return desk
}

export const templatesOf = async (
  db: Db,
  communityId: number,
  desk: TemplateDesk,
): Promise<{ items: AnswerTemplate[] }> => ({
  items: await db.many<AnswerTemplate>(
    `select answer_template_id as "answerTemplateId", text from answer_templates
     where community_id = $1 and desk = $2 order by answer_template_id`,
    [communityId, desk],
  ),
})
