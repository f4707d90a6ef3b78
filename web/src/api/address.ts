import { endpoints } from './endpoints.gen.ts'
import type { EndpointName } from './types.ts'

export const apiRoot = '/api/v1'

/** Loosely typed parts, after the typed door of the client. */
export interface Parts {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** The address of an endpoint; params and query are encoded, what is undefined or null in the query is left out. */
export const addressOf = (name: EndpointName, { params = {}, query = {} }: Parts = {}): string => {
  const path = endpoints[name][1].replace(/:(\w+)/g, (_, key: string) => {
    const value = params[key]
    if (value === undefined || value === null) throw new TypeError(`${name} needs the parameter ${key}`)
    return encodeURIComponent(String(value))
  })
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return `${apiRoot}${path}${search === '' ? '' : `?${search}`}`
}
