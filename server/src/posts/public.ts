/** What feeds, photos, jobs, notifications, search and the public page need of posts. */

export { replyOf, toRead as toReadPost } from './access.ts'
export { postsInFeed, readPostCards } from './cards.ts'
export { alertMentions } from './commands/alert-mentions.ts'
export { publishScheduled } from './commands/schedule.ts'
export { pinnedOn } from './queries.ts'
export { placesOf } from './rows-sql.ts'
export { type FoundJson, foundSql, foundWords, livesInSql, saidSql } from './searched.ts'
