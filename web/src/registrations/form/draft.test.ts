import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftStore, emptyDraft } from './draft.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const filled = {
  ...emptyDraft,
  trueName: '吴晓芸',
  documentNumber: '310113199001019120',
  buildingName: '92号楼',
  floor: 3,
}

test('wu closes the page half-way and finds everything again in the same tab', () => {
  const [tab, device] = [memory(), memory()]
  draftStore('CODE', tab, device).save(filled)
  assert.deepEqual(draftStore('CODE', tab, device).load(), filled)
  assert.deepEqual(draftStore('OTHER', tab, device).load(), emptyDraft)
})

test('name and document never reach the storage that outlives the tab', () => {
  const [tab, device] = [memory(), memory()]
  draftStore('CODE', tab, device).save({ ...filled, ownName: true, shownName: '吴晓芸' })
  const outlives = [...device.kept.values()].join()
  assert.ok(!outlives.includes('吴晓芸') && !outlives.includes('310113'))
  const nextDay = draftStore('CODE', memory(), device).load()
  assert.deepEqual([nextDay.buildingName, nextDay.trueName, nextDay.documentNumber], ['92号楼', '', ''])
})

test('nonsense in the storage is an empty draft, and once handed in nothing is left', () => {
  const [tab, device] = [memory(), memory()]
  const store = draftStore('CODE', tab, device)
  store.save(filled)
  store.clear()
  assert.equal(tab.kept.size + device.kept.size, 0)
  for (const nonsense of ['', '{', '[]', '7', '{"livesHere":"yes","trueName":3,"evil":1}']) {
    tab.setItem('shequtong.register.CODE', nonsense)
    device.setItem('shequtong.register.CODE', nonsense)
    assert.deepEqual(store.load(), emptyDraft)
  }
})
