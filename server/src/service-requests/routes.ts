import { type Handlers, madeAnew } from '../http/call.ts'
import { mine } from './cards.ts'
import { answer } from './commands/answer.ts'
import { accept as acceptOffer, sendBack } from './commands/answer-offer.ts'
import { askBack } from './commands/ask-back.ts'
import { assign } from './commands/assign.ts'
import { confirm } from './commands/confirm.ts'
import { escalate, returnDown } from './commands/escalate.ts'
import { exportPart } from './commands/export-inbox.ts'
import { handOver } from './commands/hand-over.ts'
import { lookedIntoAgain, lookInto } from './commands/look-into.ts'
import { merge } from './commands/merge.ts'
import { note } from './commands/note.ts'
import { rate } from './commands/rate.ts'
import { read } from './commands/read.ts'
import { reopen } from './commands/reopen.ts'
import { reply } from './commands/reply.ts'
import { resolve } from './commands/resolve.ts'
import { resume } from './commands/resume.ts'
import { split } from './commands/split.ts'
import { submit } from './commands/submit.ts'
import { support } from './commands/support.ts'
import { suspend } from './commands/suspend.ts'
import { accept, endorse } from './commands/take-reply.ts'
import { withdraw } from './commands/withdraw.ts'
import { listEarlierRequests } from './earlier.ts'
import { inboxExports } from './inbox-exports.ts'
import { listMergeCandidates } from './merge-candidates.ts'
import { inbox, mySupport } from './queries.ts'
import { ownRating, ratings } from './ratings.ts'
import { readThread, threadAgain } from './thread.ts'

export const serviceRequestRoutes: Handlers<
  | 'submitServiceRequest'
  | 'readServiceRequest'
  | 'listInbox'
  | 'exportInbox'
  | 'listInboxExports'
  | 'listMyServiceRequests'
  | 'markServiceRequestRead'
  | 'answerServiceRequest'
  | 'askBackServiceRequest'
  | 'replyToServiceRequest'
  | 'acceptReply'
  | 'endorseReply'
  | 'supportServiceRequest'
  | 'listMySupport'
  | 'noteServiceRequest'
  | 'suspendServiceRequest'
  | 'resumeServiceRequest'
  | 'handOverServiceRequest'
  | 'acceptHandOver'
  | 'returnHandOver'
  | 'assignServiceRequest'
  | 'escalateServiceRequest'
  | 'returnEscalation'
  | 'resolveServiceRequest'
  | 'confirmServiceRequest'
  | 'reopenServiceRequest'
  | 'rateServiceRequest'
  | 'readOwnRating'
  | 'readRatings'
  | 'withdrawServiceRequest'
  | 'mergeServiceRequests'
  | 'splitServiceRequest'
  | 'listEarlierRequests'
  | 'listMergeCandidates'
  | 'lookIntoServiceRequest'
> = {
  submitServiceRequest: madeAnew(submit, threadAgain),
  readServiceRequest: readThread,
  listInbox: inbox,
  exportInbox: exportPart,
  listInboxExports: ({ db, place, input }) => inboxExports(db, place.communityId, input.query.cursor),
  listMyServiceRequests: ({ db, actor, place, input, services }) =>
    mine(db, services.views, actor, place.communityId, input.query.cursor),
  markServiceRequestRead: madeAnew(read, threadAgain),
  answerServiceRequest: madeAnew(answer, threadAgain),
  askBackServiceRequest: madeAnew(askBack, threadAgain),
  replyToServiceRequest: madeAnew(reply, threadAgain),
  acceptReply: madeAnew(accept, threadAgain),
  endorseReply: madeAnew(endorse, threadAgain),
  supportServiceRequest: madeAnew(support, threadAgain),
  listMySupport: ({ db, actor, place }) => mySupport(db, actor, place.communityId),
  noteServiceRequest: madeAnew(note, threadAgain),
  suspendServiceRequest: madeAnew(suspend, threadAgain),
  resumeServiceRequest: madeAnew(resume, threadAgain),
  handOverServiceRequest: madeAnew(handOver, threadAgain),
  acceptHandOver: madeAnew(acceptOffer, threadAgain),
  returnHandOver: madeAnew(sendBack, threadAgain),
  assignServiceRequest: madeAnew(assign, threadAgain),
  escalateServiceRequest: madeAnew(escalate, threadAgain),
  returnEscalation: madeAnew(returnDown, threadAgain),
  resolveServiceRequest: madeAnew(resolve, threadAgain),
  confirmServiceRequest: madeAnew(confirm, threadAgain),
  reopenServiceRequest: madeAnew(reopen, threadAgain),
  rateServiceRequest: rate,
  readOwnRating: ({ db, actor, place, input }) => ownRating(db, actor, place, input.params.serviceRequestId),
  readRatings: ({ db, place, now }) => ratings(db, place, now),
  withdrawServiceRequest: madeAnew(withdraw, threadAgain),
  mergeServiceRequests: madeAnew(merge, threadAgain),
  splitServiceRequest: madeAnew(split, threadAgain),
  listEarlierRequests,
  listMergeCandidates,
  lookIntoServiceRequest: madeAnew(lookInto, lookedIntoAgain),
}
