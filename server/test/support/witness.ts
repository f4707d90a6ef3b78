import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import type { Witness } from '../../src/http/mount.ts'
import { isDeclared } from '../architecture/outcomes.ts'

/** Holds a reply against the contract, strictly: what the schema does not know is a leak. Throws an AssertionError. */
export const checkReply = (name: EndpointName, reply: unknown): void => {
  const endpoint: AnyEndpoint = api[name]
  if (endpoint.binaryReply !== undefined) {
    assert.equal((reply as { type?: string }).type?.split(';')[0], endpoint.binaryReply, name)
    return
  }
  const onTheWire: unknown = JSON.parse(JSON.stringify(reply))
  const parsed = endpoint.reply.safeParse(onTheWire)
  assert.ok(parsed.success, `${name} replies against the contract: ${parsed.error?.message}`)
  assert.deepEqual(onTheWire, parsed.data, `${name} replies more than the contract declares`)
}

const written = new Set<string>()

/** Notes that a test reached this end of an endpoint, for the runner (SHEQUTONG_REACHED_DIR); without one, nothing. */
const note = (pair: string): void => {
  const folder = process.env.SHEQUTONG_REACHED_DIR
  if (folder === undefined || folder === '' || written.has(pair)) return
  written.add(pair)
  mkdirSync(folder, { recursive: true })
  appendFileSync(join(folder, `${process.pid}.txt`), `${pair}\n`)
}

/** What the processes of a run reached together. */
export const readReached = (folder: string): Set<string> =>
  new Set(readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)))

/**
 * For `buildApp({ witness })` in tests: every reply is checked against the contract, every refusal against the problems
 * that the endpoint names. What it throws becomes a 500, so that the test that caused it fails; the words go to stderr.
 */
export const witness: Witness = (name, outcome, reply) => {
  try {
    assert.ok(isDeclared(name, outcome), `${name} ended in ${outcome}, which its contract does not name`)
    if (outcome === 'ok') checkReply(name, reply)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    throw error
  }
  note(`${name} ${outcome}`)
}
