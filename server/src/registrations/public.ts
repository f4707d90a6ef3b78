/** The door to a registration for whoever looks at an applicant's identity, files one or erases the person. */
export { toReview } from './access.ts'
export { withdrawOpen } from './commands/withdraw.ts'
export { type Filing, fileRegistration } from './file.ts'
export { paperOf } from './queries.ts'
export type { RegistrationRow } from './row.ts'
