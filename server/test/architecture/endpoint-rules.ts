import { type AnyEndpoint, keepsOf } from '@shequtong/contract/endpoint'
import type { ProblemSlug } from '@shequtong/contract/problems'
import { permissions } from '@shequtong/domain/roles/permissions'
import * as z from 'zod'

const inCommunity = '/communities/:communityId'

const takesInput = ({ params, query, body, binaryBody }: AnyEndpoint): boolean =>
  [params, query, body, binaryBody].some((part) => part !== undefined)

/** What an endpoint has to name among its problems, because of what it is. */
const owedProblems = (endpoint: AnyEndpoint): ProblemSlug[] => [
  ...(endpoint.permission === 'public' ? [] : (['unauthenticated'] as const)),
  ...(endpoint.path.startsWith(inCommunity) ? (['not-found'] as const) : []),
  // whoever belongs to a community may view it, so that viewing is either allowed or invisible
  ...(endpoint.path.startsWith(inCommunity) && endpoint.permission !== 'community.view'
    ? (['not-permitted'] as const)
    : []),
  ...(takesInput(endpoint) ? (['invalid-input'] as const) : []),
  ...(endpoint.method === 'GET' ? [] : (['idempotency-key-missing'] as const)),
  ...(keepsOf(endpoint) === 'nothing' ? [] : (['idempotency-conflict'] as const)),
  ...(keepsOf(endpoint) === 'mark' ? (['done-already'] as const) : []),
  ...(endpoint.binaryBody === undefined ? [] : (['body-too-large', 'unsupported-media'] as const)),
]

const parametersOf = (endpoint: AnyEndpoint): string[] =>
  endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : []

/** What is wrong with an endpoint's declaration; empty when it is whole. */
export const faultsOf = (endpoint: AnyEndpoint): string[] => {
  const faults: string[] = owedProblems(endpoint)
    .filter((slug) => !endpoint.problems.includes(slug))
    .map((slug) => `does not name ${slug}`)
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  if (inPath.toSorted().join() !== parametersOf(endpoint).toSorted().join()) faults.push('path and params differ')
  if (!permissions.includes(endpoint.permission)) faults.push('names no known permission')
  const hatNeeded = !['public', 'signedIn'].includes(endpoint.permission)
  if (hatNeeded !== endpoint.path.startsWith(inCommunity))
    faults.push('a permission decided by the hat belongs inside a community, and only there')
  if (endpoint.permission === 'public' && endpoint.problems.includes('unauthenticated'))
    faults.push('is public and names unauthenticated')
  if (endpoint.method === 'GET' && (endpoint.body ?? endpoint.binaryBody) !== undefined)
    faults.push('reads with a body')
  if (endpoint.method === 'POST' && (endpoint.body ?? endpoint.binaryBody) === undefined) faults.push('posts no body')
  if (new Set(endpoint.problems).size !== endpoint.problems.length) faults.push('names a problem twice')
  if (endpoint.summary === '' || endpoint.summary.endsWith('.')) faults.push('summary is no plain sentence')
  return faults
}

/** Two endpoints that a router could not tell apart. */
export const sharedRoutes = (endpoints: readonly AnyEndpoint[]): string[] => {
  const seen = Map.groupBy(endpoints, ({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
  return [...seen].filter(([, same]) => same.length > 1).map(([route]) => route)
}
