import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { EndpointName } from '@shequtong/contract/api'
import * as z from 'zod'
import type { FurnishedWorld } from '../support/furnished-world.ts'
import { addressOf } from '../support/test-person.ts'
import { hostileIds, spoiltBodies, wrongWholes } from './bad-bodies.ts'
import { type BadInputCast, createCast, endpointOf, names, refusedCleanly, withBody, withIds } from './cast.ts'

/** `null` is what some fields take, and an empty list or object what others do: then it is no bad input. */
const accepts = (name: EndpointName, body: unknown): boolean => endpointOf(name).body.safeParse(body).success

describe('bad input: every endpoint × everything that may be wrong with it', () => {
  let cast: BadInputCast
  let furnished: FurnishedWorld
  let whoMay: BadInputCast['whoMay']
  let writesNothing: BadInputCast['writesNothing']

  before(async () => {
    cast = await createCast()
    ;({ furnished, whoMay, writesNothing } = cast)
  })
  after(() => furnished.world.close())

  test('a value of the wrong type or with unreadable characters is refused with its pointer, and nothing is written', () =>
    writesNothing(async () => {
      for (const name of withBody) {
        const sample = furnished.samples[name]
        for (const { name: what, pointer, body, isUnreadable } of spoiltBodies(sample.body)) {
          const accepted = accepts(name, body)
          if (accepted && !isUnreadable) continue
          const answer = await whoMay(name).send(name, { ...sample, body } as never)
          refusedCleanly(`${name}, ${what}`, answer)
          if (accepted) continue
          assert.equal(answer.status, 422, `${name}, ${what}: it is the input that is refused`)
          assert.ok(
            answer.problem.errors?.some((error) => error.pointer.startsWith(pointer)),
            `${name}, ${what}: points at the field`,
          )
        }
        for (const { name: what, body } of wrongWholes(sample.body))
          refusedCleanly(`${name}, ${what}`, await whoMay(name).send(name, { ...sample, body } as never))
      }
    }))

  test('an id that is none, hostile or far too long is no server error', () =>
    writesNothing(async () => {
      for (const name of withIds) {
        const sample = furnished.samples[name]
        for (const field of Object.keys(sample.params ?? {}))
          for (const bad of hostileIds)
            refusedCleanly(
              `${name}, ${field} = ${bad.slice(0, 20)}`,
              await whoMay(name).send(name, { ...sample, params: { ...sample.params, [field]: bad } } as never),
            )
      }
    }))

  test('a cursor that is not ours is refused', async () => {
    for (const name of names.filter(
      (one) => endpointOf(one).query !== undefined && 'cursor' in (endpointOf(one).query.shape ?? {}),
    ))
      for (const cursor of [
        'x',
        'bnVsbA',
        Buffer.from('[1,2,3,4]').toString('base64url'),
        Buffer.from('["a","b"]').toString('base64url'),
      ])
        refusedCleanly(
          `${name}, cursor ${cursor}`,
          await whoMay(name).send(name, { ...furnished.samples[name], query: { cursor } } as never),
        )
  })

  test('a write without an Idempotency-Key, or with a senseless one, is refused', async () => {
    for (const name of names.filter((one) => endpointOf(one).method !== 'GET'))
      for (const key of ['', 'short', '键'.repeat(10)]) {
        const sample = furnished.samples[name]
        const answer = await whoMay(name)
          .send(name, sample as never, { key, ...(sample.binary === undefined ? {} : { binary: sample.binary }) })
          .catch(() => undefined) // a header that HTTP itself does not carry
        if (answer !== undefined) refusedCleanly(`${name} without a key`, answer)
      }
  })

  /** Fields of words by how the contract describes them. */
  const fieldsDescribed = (as: string) =>
    withBody.flatMap((name) => {
      const schema = z.toJSONSchema(endpointOf(name).body, { io: 'input', unrepresentable: 'any' })
      return Object.entries(schema.properties ?? {})
        .filter(([, field]) => JSON.stringify(field).includes(as))
        .map(([field]) => ({ name, field }))
    })
  const publicFields = fieldsDescribed('Read by others')

  /** Words that may hold a number because the subject, the committee or the log alone read them, or because a rule of names follows. */
  const readByFew: readonly string[] = [
    ...['register', 'registerOnBehalf'].flatMap((name) => [
      `${name} documentNumber`,
      `${name} shownName`,
      `${name} trueName`,
    ]),
    ...['buildingName', 'documentNumber', 'trueName'].map((field) => `suggestShownNames ${field}`),
    'exportInbox q',
    'findSimilar text',
    'keepInboxView name',
    'keepInboxView q',
    'movePhoneAtDesk documentNumber',
    'movePhoneAtDesk reason',
    'noteServiceRequest text',
    'requestFullRoll reason',
    'revealApplicant reason',
  ]

  test('whatever is said is read by others, but for names, documents, notes and reasons that few read', () => {
    const few = fieldsDescribed('Lengths in code points').filter(
      (one) => !publicFields.some(({ name, field }) => name === one.name && field === one.field),
    )
    assert.deepEqual(few.map(({ name, field }) => `${name} ${field}`).toSorted(), readByFew.toSorted())
  })

  test('an ID number or a full mobile number is refused at its place in every field that others read', () =>
    writesNothing(async () => {
      assert.ok(publicFields.length > 15)
      for (const { name, field } of publicFields)
        for (const words of [
          '身份证 11010519491231002X 掉了',
          '请打 １３８ ００００ ６６１２ 找我',
          '电话 +86-138-0000-6612',
        ]) {
          const sample = furnished.samples[name]
          const answer = await whoMay(name).send(name, {
            ...sample,
            body: { ...(sample.body as object), [field]: words },
          } as never)
          refusedCleanly(`${name}, ${field}: ${words}`, answer)
          const error = answer.problem.errors?.find(({ pointer }) => pointer === `/${field}`)
          assert.equal(error?.code, 'personal-data-in-text', `${name}, ${field}: ${words}`)
          assert.ok(!answer.raw.toString().includes('6612') && !answer.raw.toString().includes('11010519491231002'))
        }
    }))

  test('an emoji, a family joined by invisible joiners, a <script> and a quote are only words', async () => {
    const { asker, samples } = furnished
    const given = samples.submitServiceRequest
    for (const words of [
      '灯坏了 😀 <script>alert(1)</script> & "引号"',
      '👨\u200d👩\u200d👧\u200d👦 一家人都看见了',
      "'; drop table persons; --",
    ]) {
      const answer = await asker.send('submitServiceRequest', {
        ...given,
        body: { ...(given.body as object), text: words },
      } as never)
      assert.equal(answer.status, 200)
      assert.equal(answer.reply.text, words)
      assert.match(String(answer.headers['content-type']), /^application\/json/)
    }
  })

  test('every address of the contract can be built from its sample', () => {
    for (const name of names)
      assert.ok(!addressOf(endpointOf(name), furnished.samples[name]).includes('undefined'), name)
  })
})
