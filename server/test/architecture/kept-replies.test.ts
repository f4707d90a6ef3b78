import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { api, type EndpointName } from '@shequtong/contract/api'
import { type AnyEndpoint, keepsOf } from '@shequtong/contract/endpoint'
import { handlers } from '../../src/http/handlers.ts'
import { harmlessTexts, keptTexts } from './kept-replies.ts'

const kept = (Object.keys(api) as EndpointName[]).filter((name) => keepsOf(api[name]) === 'reply')
const isMadeAnew = (name: EndpointName): boolean => 'again' in handlers[name]

describe('what is kept under the key of a write', () => {
  test('holds no name and no words: a reply that does is made anew for whoever repeats the request', () => {
    assert.deepEqual(
      kept.flatMap((name) => keptTexts(name, api[name], isMadeAnew(name)).map((text) => `${name}${text}`)),
      [],
    )
    assert.deepEqual(
      Object.keys(harmlessTexts).filter((name) => !kept.includes(name as EndpointName)),
      [],
    )
  })

  test('a write that kept its thread as it stands is caught', () => {
    const endpoint: AnyEndpoint = api.submitServiceRequest
    const texts = keptTexts('submitServiceRequest', endpoint, false)
    for (const text of ['/text', '/by/shownName', '/entries/*/text']) assert.ok(texts.includes(text), text)
    assert.deepEqual(keptTexts('uploadPhoto', api.uploadPhoto, false), [])
  })
})
