/** What taking along one's own data needs of the log. */
export { lookUpViews } from './look-up-views.ts'
