import assert from 'node:assert/strict'
import { test } from 'node:test'
import { api } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { faultsOf, sharedRoutes } from './endpoint-rules.ts'
import * as broken from './fixtures/endpoints.ts'

const endpoints = Object.entries(api) as [string, AnyEndpoint][]

test('every endpoint names its permission and the problems it owes', () => {
  assert.ok(endpoints.length > 40)
  const faults = endpoints.flatMap(([name, endpoint]) => faultsOf(endpoint).map((fault) => `${name} ${fault}`))
  assert.deepEqual(faults, [])
})

test('no two endpoints share a route', () => {
  assert.deepEqual(sharedRoutes(endpoints.map(([, endpoint]) => endpoint)), [])
})

test('a write that names no problem owes five', () => {
  assert.deepEqual(faultsOf(broken.writeWithoutProblems), [
    'does not name unauthenticated',
    'does not name not-found',
    'does not name invalid-input',
    'does not name idempotency-key-missing',
    'does not name idempotency-conflict',
  ])
})

test('a public look into a community is caught, with what else is wrong about it', () => {
  assert.deepEqual(faultsOf(broken.publicInsideACommunity), [
    'a permission decided by the hat belongs inside a community, and only there',
    'is public and names unauthenticated',
    'names a problem twice',
    'summary is no plain sentence',
  ])
})

test('a permission that needs a hat is caught where no community is, as is a parameter of another name', () => {
  assert.deepEqual(faultsOf(broken.hatOutsideACommunity), [
    'path and params differ',
    'a permission decided by the hat belongs inside a community, and only there',
  ])
})

test('an upload names its limit and its kinds', () => {
  assert.deepEqual(faultsOf(broken.uploadWithoutLimitsNamed), [
    'does not name body-too-large',
    'does not name unsupported-media',
  ])
})

test('two endpoints that differ only in the name of a parameter share a route', () => {
  const twin: AnyEndpoint = { ...broken.hatOutsideACommunity, path: '/districts/:id/lamps' }
  assert.deepEqual(sharedRoutes([broken.hatOutsideACommunity, twin]), ['GET /districts/:/lamps'])
})
