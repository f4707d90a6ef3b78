import { networkInterfaces } from 'node:os'

export interface Addresses {
  /** For a browser on this machine. */
  readonly local: string
  /** For a phone on the same network; empty when the server listens on this machine only, or there is no network. */
  readonly network: readonly string[]
}

const everywhere = new Set(['0.0.0.0', '::', ''])

/** Where people reach a server that listens on `host` and `port`. */
export const addressesOf = (host: string, port: number): Addresses => {
  const at = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  if (!everywhere.has(host)) {
    const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.')
    return { local: at(host), network: isLocal ? [] : [at(host)] }
  }
  const network = Object.entries(networkInterfaces())
    .filter(([name]) => !/^(docker|br-|veth|virbr)/.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal && !address.address.startsWith('169.254.'))
    .map((address) => at(address.address))
  return { local: at('localhost'), network }
}
