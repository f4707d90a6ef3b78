import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, mutantsOf } from './mutants.ts'

const text = `import { x } from './x.ts'
type Two = 2
/** 24 hours */
export const late = (hours: number, known: boolean): boolean => (known ? !known || hours > 24 : true)
`

test('a boundary, a number, a condition, a negation and a truth value each become a mutant; types and comments none', () => {
  const changed = mutantsOf('late.ts', text).map(({ line, was, becomes }) => `${line}: ${was} → ${becomes}`)
  assert.deepEqual(changed.toSorted(), [
    '4: !known → known',
    '4: 24 → (24 + 1)',
    '4: > → >=',
    '4: known → !(known)',
    '4: true → false',
    '4: || → &&',
  ])
})

test('a mutant changes its own place and nothing else', () => {
  const mutant = mutantsOf('late.ts', text).find(({ was }) => was === '>')
  assert.ok(mutant !== undefined)
  assert.equal(apply(text, mutant), text.replace('hours > 24', 'hours >= 24'))
})
