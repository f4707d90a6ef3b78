/** The door to a registration for whoever looks at an applicant's identity. */
export { toReview } from './access.ts'
export { type Filing, fileRegistration } from './file.ts'
export { paperOf } from './queries.ts'
export type { RegistrationRow } from './row.ts'
