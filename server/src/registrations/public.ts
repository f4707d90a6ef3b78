/** The door to a registration for whoever looks at an applicant's identity. */
export { toReview } from './access.ts'
