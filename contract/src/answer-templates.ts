import { templateMaxCodePoints } from '@shequtong/domain/answer-templates/answer-templates'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, publishedText, Uuid } from './values.ts'

const inCommunity = '/communities/:communityId/answer-templates' as const
const TemplateParams = CommunityParams.extend({ answerTemplateId: Uuid })
const read = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const written = [...read, 'idempotency-key-missing', 'idempotency-conflict'] as const
const Words = z.strictObject({ text: publishedText(1, templateMaxCodePoints) })

export const AnswerTemplate = z.object({
  answerTemplateId: Uuid,
  /** With at least one blank, two or more low lines. */
  text: z.string(),
})
export type AnswerTemplate = z.infer<typeof AnswerTemplate>

const Templates = z.object({ items: z.array(AnswerTemplate) })

export const listAnswerTemplates = endpoint({
  method: 'GET',
  path: inCommunity,
  summary: 'The prepared answers of the desk at which whoever asks works, in the order they were added',
  permission: 'inbox.view',
  params: CommunityParams,
  reply: Templates,
  problems: read,
})

export const addAnswerTemplate = endpoint({
  method: 'POST',
  path: inCommunity,
  summary: 'Keep a prepared answer; it leaves a blank, and alone it never counts as one',
  permission: 'inbox.view',
  params: CommunityParams,
  body: Words,
  reply: Templates,
  problems: [...written, 'rule-refused'],
})

export const changeAnswerTemplate = endpoint({
  method: 'POST',
  path: `${inCommunity}/:answerTemplateId`,
  summary: 'Word a prepared answer of the own desk anew',
  permission: 'inbox.view',
  params: TemplateParams,
  body: Words,
  reply: Templates,
  problems: [...written, 'rule-refused'],
})

export const removeAnswerTemplate = endpoint({
  method: 'POST',
  path: `${inCommunity}/:answerTemplateId/remove`,
  summary: 'Take a prepared answer off the own desk',
  permission: 'inbox.view',
  params: TemplateParams,
  body: z.strictObject({}),
  reply: Templates,
  problems: written,
})
