import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperOf, signOf } from './face-of.ts'

test('a neighbour is recognised by the surname, not by the building', () => {
  assert.equal(signOf('92号楼 吴女士'), '吴')
  assert.equal(signOf('孙主任'), '孙')
  assert.equal(signOf(' 𠮷田先生 '), '𠮷')
  assert.equal(signOf(''), '邻')
})

test('a neighbour keeps the same paper, and neighbours differ', () => {
  const names = ['吴女士', '卢阿姨', '顾老伯', '陈先生', '黄阿姨', '王先生', '沈女士', '何先生']
  assert.equal(paperOf('吴女士'), paperOf('吴女士'))
  assert.ok(new Set(names.map(paperOf)).size > 1)
})
