import type pg from 'pg'
import { programPoolFor } from '../../src/platform/database/pools.ts'
import { programRole } from '../../src/platform/database/roles.ts'

/**
 * A program's pool over the owner's `url`: its sessions act as the program's role from their first statement on. For the
 * many small databases of the tests; a server has a login of its own (platform/database/external.test.ts).
 */
export const actingPoolFor = (url: string, more: pg.PoolConfig = {}): pg.Pool =>
  programPoolFor(withOption(url, `-c role=${programRole}`), more)

/** What stands in the URL wins over what is passed beside it, so the option is written into the URL. */
const withOption = (url: string, option: string): string => {
  const [base = '', query = ''] = url.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('options', `${parameters.get('options') ?? ''} ${option}`.trim())
  return `${base}?${parameters}`
}
