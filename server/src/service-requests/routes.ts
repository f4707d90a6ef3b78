import type { Handlers } from '../http/call.ts'
import { feed, mine } from './cards.ts'
import { answer } from './commands/answer.ts'
import { askBack } from './commands/ask-back.ts'
import { assign } from './commands/assign.ts'
import { confirm } from './commands/confirm.ts'
import { escalate } from './commands/escalate.ts'
import { handOver } from './commands/hand-over.ts'
import { lookInto } from './commands/look-into.ts'
import { note } from './commands/note.ts'
import { read } from './commands/read.ts'
import { reopen } from './commands/reopen.ts'
import { reply } from './commands/reply.ts'
import { resolve } from './commands/resolve.ts'
import { resume } from './commands/resume.ts'
import { submit } from './commands/submit.ts'
import { support } from './commands/support.ts'
import { suspend } from './commands/suspend.ts'
import { withdraw } from './commands/withdraw.ts'
import { inbox, mySupport } from './queries.ts'
import { readThread } from './thread.ts'

export const serviceRequestRoutes: Handlers<
  | 'submitServiceRequest'
  | 'listFeed'
  | 'readServiceRequest'
  | 'listInbox'
  | 'listMyServiceRequests'
  | 'markServiceRequestRead'
  | 'answerServiceRequest'
  | 'askBackServiceRequest'
  | 'replyToServiceRequest'
  | 'supportServiceRequest'
  | 'listMySupport'
  | 'noteServiceRequest'
  | 'suspendServiceRequest'
  | 'resumeServiceRequest'
  | 'handOverServiceRequest'
  | 'assignServiceRequest'
  | 'escalateServiceRequest'
  | 'resolveServiceRequest'
  | 'confirmServiceRequest'
  | 'reopenServiceRequest'
  | 'withdrawServiceRequest'
  | 'lookIntoServiceRequest'
> = {
  submitServiceRequest: submit,
  listFeed: feed,
  readServiceRequest: readThread,
  listInbox: ({ db, actor, place, input, now }) => inbox(db, actor, place, input.query.cursor, now),
  listMyServiceRequests: ({ db, actor, place, input, services }) =>
    mine(db, services.views, actor, place.communityId, input.query.cursor),
  markServiceRequestRead: read,
  answerServiceRequest: answer,
  askBackServiceRequest: askBack,
  replyToServiceRequest: reply,
  supportServiceRequest: support,
  listMySupport: ({ db, actor, place }) => mySupport(db, actor, place.communityId),
  noteServiceRequest: note,
  suspendServiceRequest: suspend,
  resumeServiceRequest: resume,
  handOverServiceRequest: handOver,
  assignServiceRequest: assign,
  escalateServiceRequest: escalate,
  resolveServiceRequest: resolve,
  confirmServiceRequest: confirm,
  reopenServiceRequest: reopen,
  withdrawServiceRequest: withdraw,
  lookIntoServiceRequest: lookInto,
}
