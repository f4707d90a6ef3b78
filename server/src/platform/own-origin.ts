import type { IncomingHttpHeaders } from 'node:http'

/** Where our own pages come from: the address that people type, and any other name under which this server is reached. */
export interface OwnSite {
  readonly publicUrl: string
  /** The page must have come over https; a page over plain http may be anybody's who sits on the line. */
  readonly onlyHttps: boolean
}

/**
 * Whether a request may come from one of our own pages (RFC 6454, Fetch: Origin, Sec-Fetch-Site). A client that names no
 * origin is no foreign page: programs, and the web views of some phones; a browser that says `cross-site` or `same-site`
 * without naming it is one.
 */
export const isOwnOrigin = (headers: IncomingHttpHeaders, site: OwnSite): boolean => {
  const { origin, host } = headers
  const fetchSite = headers['sec-fetch-site']
  if (origin === undefined) return fetchSite !== 'cross-site' && fetchSite !== 'same-site'
  if (!URL.canParse(origin)) return false
  if (origin === new URL(site.publicUrl).origin) return true
  const from = new URL(origin)
  return host !== undefined && from.host === host && (!site.onlyHttps || from.protocol === 'https:')
}
