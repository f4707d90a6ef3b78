/** What signing in, joining and the demo world need of sessions. */
export { clearSessionCookie } from './cookie.ts'
export { meOf } from './me.ts'
export { createPerson, deviceOf, openSession, wearIfBare } from './session-store.ts'
