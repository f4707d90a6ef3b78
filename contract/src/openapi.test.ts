import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { api } from './api.ts'
import type { AnyEndpoint } from './endpoint.ts'
import { openApiDocument } from './openapi.ts'

interface Schema extends Record<string, unknown> {
  properties?: Record<string, Schema>
}
interface Operation {
  operationId: string
  security: object[]
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema; examples: object }> }>
}
const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> }
const operations = new Map(
  Object.values(document.paths).flatMap((methods) => Object.values(methods).map((o) => [o.operationId, o] as const)),
)
const operation = (name: keyof typeof api): Operation => {
  const found = operations.get(name)
  assert.ok(found, name)
  return found
}

const lint = async (source: object) => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(source), config })
  return problems.filter(({ severity }) => severity === 'error').map((p) => `${p.ruleId}: ${p.message}`)
}

test('a public linter finds no error in the document', async () => {
  assert.deepEqual(await lint(document), [])
})

test('the linter is awake: a document with an undeclared path parameter is refused', async () => {
  const broken = structuredClone(document)
  Object.assign(broken.paths, { '/broken/{nothing}': { get: { operationId: 'broken', responses: {} } } })
  assert.notDeepEqual(await lint(broken), [])
})

test('every endpoint of the contract is an operation, and nothing else is', () => {
  assert.deepEqual([...operations.keys()].sort(), Object.keys(api).sort())
})

test('every write asks for an idempotency key and no read does', () => {
  for (const [name, endpoint] of Object.entries(api) as [keyof typeof api, AnyEndpoint][]) {
    const asked = operation(name).parameters.some((p) => p.name === 'Idempotency-Key' && p.required)
    assert.equal(asked, endpoint.method !== 'GET', name)
  }
})

test('words that others read are strings with their lengths, however the contract transforms them', () => {
  const body = operation('submitServiceRequest').requestBody?.content['application/json']?.schema
  assert.equal(body?.properties?.text?.type, 'string')
  assert.equal(body?.properties?.text?.minLength, 1)
  assert.equal(body?.properties?.text?.maxLength, 2000)
  assert.match(String(body?.properties?.text?.description), /ID/)
  assert.deepEqual(body?.required, ['kind', 'text', 'place'])
})

test('a result below a community says under which status it can be refused', () => {
  const { responses } = operation('resolveServiceRequest')
  assert.deepEqual(Object.keys(responses), [
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ])
  assert.equal(responses[404]?.$ref, '#/components/responses/not-found')
  assert.deepEqual(Object.keys(responses[422]?.content?.['application/problem+json']?.examples ?? {}), [
    'invalid-input',
    'rule-refused',
  ])
})

test('a public endpoint asks for no session, every other for the cookie', () => {
  assert.deepEqual(operation('readMe').security, [{}])
  assert.deepEqual(operation('listFeed').security, [{ session: [] }, { sessionOnPlainHttp: [] }])
})

test('a photo goes up and comes down as bytes', () => {
  assert.deepEqual(Object.keys(operation('uploadPhoto').requestBody?.content ?? {}), [
    'image/jpeg',
    'image/png',
    'image/webp',
  ])
  assert.deepEqual(Object.keys(operation('readPhoto').responses[200]?.content ?? {}), ['image/jpeg'])
})

test('a parameter of the path is required and keeps its bounds', () => {
  const parameter = operation('readDistrict').parameters.find((p) => p.name === 'districtId')
  assert.deepEqual(parameter, {
    name: 'districtId',
    in: 'path',
    required: true,
    schema: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
  })
})
