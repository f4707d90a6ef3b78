/** Who is told when the office is closed. */
export { dutyOf } from './queries.ts'
