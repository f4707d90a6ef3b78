import * as answerTemplates from './answer-templates.ts'
import * as assisted from './assisted.ts'
import * as boards from './boards.ts'
import * as commandCenter from './command-center.ts'
import * as dataExport from './data-export.ts'
import * as dwellingRoll from './dwelling-roll.ts'
import type { AnyEndpoint } from './endpoint.ts'
import * as erasure from './erasure.ts'
import * as escalation from './escalation.ts'
import * as feed from './feed.ts'
import * as handOver from './hand-over.ts'
import * as identity from './identity.ts'
import * as inbox from './inbox.ts'
import * as inboxViews from './inbox-views.ts'
import * as memberships from './memberships.ts'
import * as mentions from './mentions.ts'
import * as merging from './merging.ts'
import * as notifications from './notifications.ts'
import * as photos from './photos.ts'
import * as posts from './posts.ts'
import * as ratings from './ratings.ts'
import * as registrations from './registrations.ts'
import * as reports from './reports.ts'
import * as roles from './roles.ts'
import * as rota from './rota.ts'
import * as search from './search.ts'
import * as serviceRequests from './service-requests.ts'
import * as sessions from './sessions.ts'
import * as territory from './territory.ts'

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value

type EndpointsOf<M> = {
  [K in keyof M as M[K] extends AnyEndpoint ? K : never]: M[K] extends AnyEndpoint ? M[K] : never
}

const endpointsOf = <M extends object>(module: M): EndpointsOf<M> =>
  Object.fromEntries(Object.entries(module).filter(([, value]) => isEndpoint(value))) as EndpointsOf<M>

/** Every endpoint by feature, then by name. Whatever a contract file exports as an endpoint is part of the API. */
export const apiByFeature = {
  sessions: endpointsOf(sessions),
  territory: endpointsOf(territory),
  registrations: endpointsOf(registrations),
  serviceRequests: endpointsOf(serviceRequests),
  handOver: endpointsOf(handOver),
  escalation: endpointsOf(escalation),
  ratings: endpointsOf(ratings),
  inbox: endpointsOf(inbox),
  inboxViews: endpointsOf(inboxViews),
  merging: endpointsOf(merging),
  boards: endpointsOf(boards),
  answerTemplates: endpointsOf(answerTemplates),
  posts: endpointsOf(posts),
  mentions: endpointsOf(mentions),
  reports: endpointsOf(reports),
  feed: endpointsOf(feed),
  photos: endpointsOf(photos),
  roles: endpointsOf(roles),
  dwellingRoll: endpointsOf(dwellingRoll),
  commandCenter: endpointsOf(commandCenter),
  identity: endpointsOf(identity),
  notifications: endpointsOf(notifications),
  memberships: endpointsOf(memberships),
  assisted: endpointsOf(assisted),
  erasure: endpointsOf(erasure),
  dataExport: endpointsOf(dataExport),
  rota: endpointsOf(rota),
  search: endpointsOf(search),
}

/** Every endpoint by name. */
export const api = {
  ...apiByFeature.sessions,
  ...apiByFeature.territory,
  ...apiByFeature.registrations,
  ...apiByFeature.serviceRequests,
  ...apiByFeature.handOver,
  ...apiByFeature.escalation,
  ...apiByFeature.ratings,
  ...apiByFeature.inbox,
  ...apiByFeature.inboxViews,
  ...apiByFeature.merging,
  ...apiByFeature.boards,
  ...apiByFeature.answerTemplates,
  ...apiByFeature.posts,
  ...apiByFeature.mentions,
  ...apiByFeature.reports,
  ...apiByFeature.feed,
  ...apiByFeature.photos,
  ...apiByFeature.roles,
  ...apiByFeature.dwellingRoll,
  ...apiByFeature.commandCenter,
  ...apiByFeature.identity,
  ...apiByFeature.notifications,
  ...apiByFeature.memberships,
  ...apiByFeature.assisted,
  ...apiByFeature.erasure,
  ...apiByFeature.dataExport,
  ...apiByFeature.rota,
  ...apiByFeature.search,
}
export type Api = typeof api
export type EndpointName = keyof Api
