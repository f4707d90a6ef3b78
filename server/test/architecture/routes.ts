import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import type { FastifyInstance } from 'fastify'
import { apiRoot } from '../../src/http/mount.ts'

/** `METHOD /path` of every route of a ready server, as its router knows them. */
export const routesOf = (app: FastifyInstance): string[] => {
  const branch: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^((?:[│ ] {3})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line)
      if (found === null) return []
      const [, indent = '', part = '', methods] = found
      const depth = indent.length / 4
      branch.length = depth
      branch.push(part)
      return (methods ?? '')
        .split(', ')
        .filter(Boolean)
        .map((method) => `${method} ${branch.join('')}`)
    })
}

/** Routes that are no endpoint of the contract. HEAD comes with every GET. */
export const routesBeyond = (routes: readonly string[], endpoints: readonly AnyEndpoint[]): string[] => {
  const known = new Set(endpoints.map(({ method, path }) => `${method} ${apiRoot}${path}`))
  return routes.filter((route) => !route.startsWith('HEAD ') && !known.has(route))
}
