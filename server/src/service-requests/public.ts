/** What photos, realtime rooms, notifications and the command center need to show of a service request, and no more than may be seen. */
export { participantOf } from './access.ts'
export { readRequestCards, requestsInFeed } from './cards.ts'
export { confirmFor } from './commands/confirm.ts'
export { fileRequest } from './file.ts'
export { rowColumns, type ServiceRequestRow, toDomain } from './row.ts'
export { blockedBy } from './rows-sql.ts'
export { thread } from './thread.ts'
export { type AuthoredRow, inboxRowView, titleOf, voiceOf } from './view.ts'
