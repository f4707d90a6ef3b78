import type { Target } from './messages.ts'
import type { Floor } from './report.ts'
import { words } from './targets.ts'
import type { BenchWorld } from './world.ts'

/** What asks a floor for replies of `bytes`, as the members of `world` ask the server. */
export const floorTargetOf = (floor: Floor, port: number, bytes: number, { members }: BenchWorld): Target => {
  if (floor === 'F1') return { port, method: 'GET', paths: [`/f1/${bytes}`], tokens: [] }
  if (floor === 'F2')
    return { port, method: 'GET', paths: members.map(({ communityId }) => `/f2/${bytes}/${communityId}`), tokens: [] }
  const paths = members.map(({ communityId, hatId }) => `/f3/${bytes}/${communityId}/${hatId}`)
  return { port, method: 'POST', paths, tokens: [], bodies: [words] }
}
