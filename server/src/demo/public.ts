/** What signing in needs of a demo. */
export { rememberAsked } from './asked-phone.ts'
