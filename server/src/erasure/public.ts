/** What the sweeps and the desk for lost phones need of erasure. */
export { eraseLeft } from './commands/erase-left.ts'
export { erasePerson } from './commands/erase-person.ts'
export type { PhotoPlace } from './commands/erase-registrations.ts'
export { standing } from './queries.ts'
