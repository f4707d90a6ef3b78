import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Layout } from './embedded-folder.ts'

/** The longest path of a unix socket, in bytes, that both Linux (107) and macOS (103) take. */
const longestSocketPathBytes = 103

const common = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  max_connections: '100',
  // the log must not hold what people wrote: no statements, no row contents
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
}

export interface Settings {
  readonly flags: readonly string[]
  /** Names these settings: a running server that has it runs with the same ones. */
  readonly name: string
  readonly tcp: boolean
}

export const settingsOf = (layout: Layout, more: Readonly<Record<string, string>>): Settings => {
  const socket = join(layout.socketFolder, '.s.PGSQL.5432')
  const tcp = process.platform === 'win32' || Buffer.byteLength(socket) > longestSocketPathBytes
  const where = tcp
    ? { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
    : {
        listen_addresses: '',
        unix_socket_directories: `"${layout.socketFolder}"`,
        unix_socket_permissions: '0700',
      }
  const settings = Object.entries({ ...common, ...where, ...more }).sort()
  const name = `shequtong-${createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 12)}`
  const flags = [...settings, ['cluster_name', name]].flatMap(([key, value]) => ['-c', `${key}=${value}`])
  return { flags, name, tcp }
}
