import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysFrom } from '../time.ts'
import { periods, spansOfPeriod } from './periods.ts'

test('a period ends today in Asia/Shanghai, and as many days lie right before it', () => {
  const lateEvening = new Date('2026-11-20T15:59:59.999Z')
  assert.deepEqual(spansOfPeriod('today', lateEvening), {
    current: { fromOn: '2026-11-20', toOn: '2026-11-20' },
    before: { fromOn: '2026-11-19', toOn: '2026-11-19' },
  })
  assert.deepEqual(spansOfPeriod('week', new Date(lateEvening.getTime() + 1)), {
    current: { fromOn: '2026-11-15', toOn: '2026-11-21' },
    before: { fromOn: '2026-11-08', toOn: '2026-11-14' },
  })
  assert.deepEqual(spansOfPeriod('month', new Date('2026-03-01T04:00:00Z')), {
    current: { fromOn: '2026-01-31', toOn: '2026-03-01' },
    before: { fromOn: '2026-01-01', toOn: '2026-01-30' },
  })
})

test('the two spans are equally long and touch; since the beginning there is nothing before', () => {
  for (const period of periods) {
    const spans = spansOfPeriod(period, new Date('2026-11-20T02:00:00Z'))
    if (period === 'always') {
      assert.equal(spans, undefined)
      continue
    }
    assert.ok(spans)
    assert.equal(daysFrom(spans.before.fromOn, spans.before.toOn), daysFrom(spans.current.fromOn, spans.current.toOn))
    assert.equal(daysFrom(spans.before.toOn, spans.current.fromOn), 1)
  }
})
