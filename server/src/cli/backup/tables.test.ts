import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ordered } from './tables.ts'

const table = (name: string) => ({ schema: 'public', table: name, columns: ['id'] })
const to = (from: string, target: string) => ({ from: `public.${from}`, to: `public.${target}` })

describe('the order in which rows go back', () => {
  it('puts what is referred to first, through any number of steps', () => {
    const order = ordered(['answers', 'persons', 'requests', 'notes'].map(table), [
      to('answers', 'requests'),
      to('requests', 'persons'),
      to('answers', 'persons'),
    ]).map((one) => one.table)
    assert.ok(order.indexOf('persons') < order.indexOf('requests'))
    assert.ok(order.indexOf('requests') < order.indexOf('answers'))
    assert.equal(order.length, 4)
  })

  it('says so when two tables need each other', () => {
    assert.throws(() => ordered(['a', 'b'].map(table), [to('a', 'b'), to('b', 'a')]), /circle: public\.a, public\.b/)
  })
})
