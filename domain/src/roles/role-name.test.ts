import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkRoleName } from './role-name.ts'

describe('the name beside a role', () => {
  it('孙主任 and 郭书记 are called by their office, which a neighbour never may be', () => {
    for (const name of ['孙主任', '郭书记', '友谊路街道 王科长'])
      assert.deepEqual(checkRoleName(name), { ok: true, value: name })
    assert.deepEqual(checkRoleName('　杜科长  '), { ok: true, value: '杜科长' })
  })

  it('two characters at least, sixteen at most', () => {
    const codeOf = (name: string) => {
      const checked = checkRoleName(name)
      return checked.ok ? 'ok' : checked.violation.code
    }
    assert.equal(codeOf('孙'), 'role-name-length')
    assert.equal(codeOf('主任'), 'ok')
    assert.equal(codeOf('孙'.repeat(16)), 'ok')
    assert.equal(codeOf('孙'.repeat(17)), 'role-name-length')
  })

  it('a number to call, an ID number, a hidden or turning character and mere digits are no name', () => {
    for (const [name, code] of [
      ['孙13812345678', 'role-name-personal-data'],
      ['孙\u202E主任', 'role-name-characters'],
      ['孙\u200B主任', 'role-name-characters'],
      ['孙\n主任', 'role-name-characters'],
      ['孙\u0007主任', 'role-name-characters'],
      ['孙\uD800主任', 'role-name-characters'],
      ['2024', 'role-name-characters'],
    ] as const)
      assert.deepEqual(checkRoleName(name), { ok: false, violation: { code } }, JSON.stringify(name))
  })
})
