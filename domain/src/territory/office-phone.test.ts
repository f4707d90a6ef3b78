import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOfficePhone, dialledOf } from './office-phone.ts'

test('numbers as they stand on notices are taken and evened out', () => {
  const written: [string, string, string][] = [
    ['021-56101234', '021-56101234', '02156101234'],
    [' 021 5610 1234 ', '02156101234', '02156101234'],
    ['（021）56101234', '02156101234', '02156101234'],
    ['021－56101234转8', '021-56101234转8', '02156101234'],
    ['56101234-802', '56101234-802', '56101234'],
    ['13800001234', '13800001234', '13800001234'],
    ['400-820-8820', '400-820-8820', '4008208820'],
    ['12345', '12345', '12345'],
    ['021-00001009', '021-00001009', '02100001009'],
  ]
  for (const [text, value, dialled] of written) {
    assert.deepEqual(checkOfficePhone(text), { ok: true, value }, text)
    assert.equal(dialledOf(value), dialled, text)
  }
})

test('what nobody can call is refused', () => {
  for (const text of ['', '110a', '021', '1234', '请到居委会', '021-5610123456789', 'tel:021', '+8613800001234'])
    assert.deepEqual(checkOfficePhone(text), { ok: false, violation: { code: 'office-phone-malformed' } }, text)
})
