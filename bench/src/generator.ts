// The load generator, in a process of its own. Answers are looked at no further than status and length.
import { Connection, type Shot } from './connection.ts'
import type { FromGenerator, Measured, Round, Target, ToGenerator } from './messages.ts'

let written = 0

/** The n-th request to a target as it goes over the wire; a write gets a key of its own. */
const bytesOf = ({ method, paths, tokens, bodies = ['{}'] }: Target, n: number): string => {
  const token = tokens[n % tokens.length]
  const head =
    `${method} ${paths[n % paths.length]} HTTP/1.1\r\nhost: bench\r\naccept: application/json\r\n` +
    (token === undefined ? '' : `cookie: shequtong=${token}\r\n`)
  if (method === 'GET') return `${head}\r\n`
  written += 1
  const words = bodies[n % bodies.length] ?? ''
  return `${head}idempotency-key: bench-${process.pid}-${written}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(words)}\r\n\r\n${words}`
}

const checked = ({ paths }: Target, shot: Shot): Shot => {
  if (shot.status !== 200) throw new Error(`${paths[0]}: ${shot.status}`)
  return shot
}

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Closed loop: each connection sends its next request when the last one was answered. */
const measure = async ({ target, connections, warmMs, measureMs }: Round): Promise<Measured> => {
  const from = performance.now() + warmMs
  const until = from + measureMs
  const took: number[] = []
  let replyBytes = 0
  let turn = 0
  const one = async () => {
    const connection = await Connection.open(target.port)
    while (performance.now() < until) {
      const n = turn
      turn += 1
      const shot = checked(target, await connection.send(bytesOf(target, n)))
      replyBytes = shot.bytes
      const endedAt = performance.now()
      if (endedAt >= from && endedAt < until) took.push(shot.ms)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, one))
  const sorted = Float64Array.from(took).sort()
  return {
    perSecond: (took.length * 1_000) / measureMs,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    requests: took.length,
    replyBytes,
  }
}

const runBackground = async (target: Target, perSecond: number) => {
  const connection = await Connection.open(target.port)
  let dueAt = performance.now()
  for (let n = 0; ; n += 1) {
    checked(target, await connection.send(bytesOf(target, n)))
    dueAt += 1_000 / perSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())))
  }
}

const say = (message: FromGenerator) => process.send?.(message)
const fail = (error: unknown) => say({ kind: 'failed', fault: String(error) })

process.on('message', (message: ToGenerator) => {
  if (message.kind === 'background') runBackground(message.target, message.perSecond).catch(fail)
  else measure(message.round).then((measured) => say({ kind: 'measured', measured }), fail)
})
process.on('disconnect', () => process.exit(0))
