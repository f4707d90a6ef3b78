import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { mostTemplatesPerDesk } from '@shequtong/domain/answer-templates/answer-templates'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

const repair = '您好，____上午____师傅上门来修，修好告诉您。'

describe('prepared answers', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let sun: TestPerson
  let guo: TestPerson
  let zhou: TestPerson
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member()
    sun = await world.reviewer(communityId)
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    zhou = await world.inRole('propertyManager', communityId, '周经理')
  })
  after(() => world.close())

  const here = () => ({ params: { communityId } })
  const at = (answerTemplateId: string) => ({ params: { communityId, answerTemplateId } })
  const texts = async (person: TestPerson) =>
    (await person.does('listAnswerTemplates', here())).items.map(({ text }) => text)
  const add = (person: TestPerson, text: string) => person.does('addAnswerTemplate', { ...here(), body: { text } })

  test('孙主任 keeps one, 郭书记 words it anew, and the property manager has the own', async () => {
    const { items } = await add(sun, repair)
    const id = items[0]?.answerTemplateId ?? ''
    assert.deepEqual(await texts(guo), [repair])
    assert.deepEqual(await texts(zhou), [])
    const text = '您好，____来修。'
    await guo.does('changeAnswerTemplate', { ...at(id), body: { text } })
    assert.deepEqual(await texts(sun), [text])
    await zhou.isRefused('changeAnswerTemplate', { ...at(id), body: { text } }, 'not-found')
    await zhou.isRefused('removeAnswerTemplate', { ...at(id), body: {} }, 'not-found')
    await sun.does('removeAnswerTemplate', { ...at(id), body: {} })
    assert.deepEqual(await texts(guo), [])
    await wu.isRefused('listAnswerTemplates', here(), 'not-permitted')
  })

  test('sent as it is, it is kept and no clock stops; filled in, it is an answer', async () => {
    await add(sun, repair)
    const { serviceRequestId } = await wu.does('submitServiceRequest', {
      ...here(),
      body: { kind: 'matter', text: '三楼的灯不亮。', place: '92号楼' },
    })
    const request = { params: { communityId, serviceRequestId } }
    const alone = await sun.does('answerServiceRequest', { ...request, body: { text: repair } })
    assert.deepEqual([alone.entries.at(-1)?.kind, alone.state], ['receipt', 'read'])
    const filled = repair.replace('____', '明天').replace('____', '电工')
    const answered = await sun.does('answerServiceRequest', { ...request, body: { text: filled } })
    assert.deepEqual([answered.entries.at(-1)?.kind, answered.state], ['answer', 'answered'])
    const blank = { ...request, body: { result: '____已经换好新灯。' } }
    await sun.isRefused('resolveServiceRequest', blank, 'rule-refused')
  })

  test('one without a blank is refused, an ID number too; many who add at once never keep one too many', async () => {
    const whole = await sun.isRefused(
      'addAnswerTemplate',
      { ...here(), body: { text: '电工会来修。' } },
      'rule-refused',
    )
    assert.equal(whole.code, 'blank-missing')
    const number = { ...here(), body: { text: '____，证件 110101199003070134' } }
    await sun.isRefused('addAnswerTemplate', number, 'invalid-input')
    const sent = await Promise.all(
      Array.from({ length: mostTemplatesPerDesk + 5 }, (_, n) =>
        zhou.send('addAnswerTemplate', { ...here(), body: { text: `第${n}种：____来修。` } }),
      ),
    )
    assert.equal(sent.filter(({ status }) => status === 200).length, mostTemplatesPerDesk)
    assert.equal((await texts(zhou)).length, mostTemplatesPerDesk)
    const { items } = await zhou.does('listAnswerTemplates', here())
    const last = items.at(-1)?.answerTemplateId ?? ''
    await zhou.does('changeAnswerTemplate', { ...at(last), body: { text: '最后一种：____来换。' } })
    await zhou.isRefused('changeAnswerTemplate', { ...at(last), body: { text: '没有空。' } }, 'rule-refused')
  })
})
