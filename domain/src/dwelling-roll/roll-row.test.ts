import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkCharacterOf } from '../identity/citizen-id-number.ts'
import type { DateOn } from '../time.ts'
import { checkRollRow, type RawRollRow } from './roll-row.ts'
import { rollFieldOf, rollFields, rollHeaders } from './roll-words.ts'

const today = '2026-03-01' as DateOn
const idOf = (first17: string) => first17 + checkCharacterOf(first17)
const wu: RawRollRow = {
  subArea: '北块',
  building: '92号楼',
  staircase: '2 单元',
  room: '502',
  floor: '5',
  area: '71.36',
  areaSource: '产证',
  name: '吴小云',
  documentNumber: idOf('31011319880612002'),
  phone: '13800006612',
  tenure: '业主',
}
const faultsOf = (more: RawRollRow) => {
  const checked = checkRollRow({ ...wu, ...more }, today)
  return checked.ok ? [] : checked.violation.faults.map(({ field, code }) => `${field} ${code}`)
}
const kept = (more: RawRollRow) => {
  const checked = checkRollRow({ ...wu, ...more }, today)
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

describe('the longest and the largest of a row', () => {
  it('are kept, and refused with one character or one cm² more', () => {
    const lengths = { subArea: 30, building: 30, staircase: 30, name: 30 } as const
    for (const [field, longest] of Object.entries(lengths)) {
      assert.deepEqual(faultsOf({ [field]: '楼'.repeat(longest) }), [], field)
      assert.deepEqual(faultsOf({ [field]: '楼'.repeat(longest + 1) }), [`${field} too-long`])
    }
    assert.deepEqual(faultsOf({ room: `${'甲'.repeat(17)}502` }), [])
    assert.deepEqual(faultsOf({ room: `${'甲'.repeat(18)}502` }), ['room too-long'])
    assert.equal(kept({ area: '2000' }).floorAreaCm2, 20_000_000)
    assert.deepEqual(faultsOf({ area: '2000.01' }), faultsOf({ area: '2001' }))
    assert.equal(faultsOf({ area: '2000.01' }).length, 1)
  })
})

describe('a row of the dwelling roll', () => {
  it('吴女士 at 92号楼 2 单元 502 is kept as it is meant', () => {
    assert.deepEqual(kept({}), {
      subArea: '北块',
      building: '92号楼',
      staircase: '2 单元',
      room: '502',
      floor: 5,
      floorAreaCm2: 713_600,
      floorAreaSource: 'register',
      person: {
        name: '吴小云',
        documentKind: 'citizenId',
        documentNumber: wu.documentNumber,
        phone: '+8613800006612',
        tenure: 'propertyOwner',
      },
    })
  })

  it('a dwelling without anybody is a row too; a person without a name is none', () => {
    assert.equal(kept({ name: '', documentNumber: '', phone: '', tenure: '' }).person, null)
    assert.deepEqual(faultsOf({ name: ' ' }), ['name missing'])
    assert.deepEqual(faultsOf({ name: '', documentNumber: '', phone: '' }), ['name missing'])
  })

  it('building, staircase and room are needed, and every fault of a row is named at once', () => {
    assert.deepEqual(faultsOf({ building: '', staircase: ' ', room: '　' }), [
      'building missing',
      'staircase missing',
      'room missing',
    ])
    assert.deepEqual(faultsOf({ room: '', area: 'large', phone: '110', tenure: '房东的朋友' }), [
      'room missing',
      'area area-not-a-number',
      'phone mobile-number-malformed',
      'tenure tenure-unknown',
    ])
  })

  it('the floor is the column, else the room’s digits before the last two, else asked for', () => {
    for (const [floor, room, expected] of [
      ['', '502', 5],
      ['', '1203', 12],
      ['', 'A502', 5],
      ['', '502室', 5],
      ['6', '502', 6],
      ['六'.replace('六', '6楼'), '502', 6],
      ['12F', '1', 12],
      ['-1', '1', -1],
      ['B1', '1', -1],
    ] as const)
      assert.equal(kept({ floor, room }).floor, expected, `${floor}/${room}`)
    assert.deepEqual(faultsOf({ floor: '', room: '甲' }), ['floor floor-missing'])
    assert.deepEqual(faultsOf({ floor: '五', room: '502' }), ['floor floor-not-a-number'])
    assert.deepEqual(faultsOf({ floor: '5.5' }), ['floor floor-not-a-number'])
    assert.equal(kept({ floor: '200' }).floor, 200)
    assert.deepEqual(faultsOf({ floor: '201' }), ['floor floor-implausible'])
    assert.equal(kept({ floor: '-5' }).floor, -5)
    assert.deepEqual(faultsOf({ floor: '-6' }), ['floor floor-implausible'])
  })

  it('the area has two decimals at most and lies between 10 and 2000 m², both included', () => {
    for (const [area, cm2] of [
      ['10', 100_000],
      ['2000', 20_000_000],
      ['71.3', 713_000],
      ['71.30', 713_000],
      ['71.360', 713_600],
      ['７１．３６㎡', 713_600],
      ['71.36 平方米', 713_600],
      ['1,024.5', 10_245_000],
    ] as const)
      assert.equal(kept({ area }).floorAreaCm2, cm2, area)
    assert.deepEqual(faultsOf({ area: '9.99' }), ['area area-implausible'])
    assert.deepEqual(faultsOf({ area: '2000.01' }), ['area area-implausible'])
    assert.deepEqual(faultsOf({ area: '71.365' }), ['area area-not-a-number'])
    assert.deepEqual(faultsOf({ area: '-71' }), ['area area-not-a-number'])
  })

  it('every area in cents of a square metre comes out exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 200_000 }), (hundredths) => {
        const area = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
        assert.equal(kept({ area }).floorAreaCm2, hundredths * 100)
      }),
    )
  })

  it('the source of an area is one that the law knows, and says nothing without an area', () => {
    assert.equal(kept({ areaSource: '购房合同' }).floorAreaSource, 'purchaseContract')
    assert.equal(kept({ areaSource: '测绘' }).floorAreaSource, 'survey')
    assert.equal(kept({ areaSource: '' }).floorAreaSource, null)
    assert.deepEqual(faultsOf({ areaSource: '目测' }), ['areaSource area-source-unknown'])
    assert.deepEqual(faultsOf({ area: '' }), ['area area-missing'])
    assert.equal(kept({ area: '', areaSource: '' }).floorAreaCm2, null)
  })

  it('an ID number is checked to its last character; what a spreadsheet rounded is named as such', () => {
    const good = wu.documentNumber ?? ''
    const wrong = `${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`
    assert.deepEqual(faultsOf({ documentNumber: wrong }), ['documentNumber id-number-checksum'])
    assert.deepEqual(faultsOf({ documentNumber: good.slice(1) }), ['documentNumber id-number-malformed'])
    assert.deepEqual(faultsOf({ documentNumber: idOf('31011319880231002') }), ['documentNumber id-number-birth-date'])
    assert.deepEqual(faultsOf({ documentNumber: idOf('31011320260302002') }), [
      'documentNumber id-number-birth-in-future',
    ])
    assert.equal(kept({ documentNumber: idOf('31011320260301002') }).person?.documentKind, 'citizenId')
    assert.deepEqual(faultsOf({ documentNumber: '3.10113E+17' }), ['documentNumber id-number-lost-digits'])
    assert.equal(kept({ documentNumber: ` ${good} ` }).person?.documentNumber, good)
  })

  it('a passport is taken when the row says that it is one', () => {
    assert.equal(kept({ documentKind: '护照', documentNumber: 'e12345678' }).person?.documentNumber, 'E12345678')
    assert.deepEqual(faultsOf({ documentNumber: 'E12345678' }), ['documentNumber id-number-malformed'])
    assert.deepEqual(faultsOf({ documentKind: '学生证' }), ['documentKind document-kind-unknown'])
    assert.deepEqual(faultsOf({ documentKind: '护照', documentNumber: '!' }), [
      'documentNumber travel-document-malformed',
    ])
  })

  it('long, broken and hidden text does not pass', () => {
    assert.deepEqual(faultsOf({ building: '楼'.repeat(31) }), ['building too-long'])
    assert.equal(kept({ building: '楼'.repeat(30) }).building.length, 30)
    assert.deepEqual(faultsOf({ building: '92\u0000号楼' }), ['building unreadable-character'])
    assert.deepEqual(faultsOf({ name: '吴\uD800' }), ['name unreadable-character'])
    assert.equal(kept({ building: '\u200B92号楼\u202E' }).building, '92号楼')
  })

  it('whatever the cells hold, the answer is a row or named faults, never an exception', () => {
    const cells = fc.record(Object.fromEntries(rollFields.map((field) => [field, fc.string({ unit: 'binary' })])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(cells, (raw) => {
        const checked = checkRollRow(raw, today)
        assert.ok(checked.ok || checked.violation.faults.length > 0)
      }),
    )
  })
})

describe('the headings of a roll', () => {
  it('are understood in Chinese and English, wide or narrow, starred or not', () => {
    for (const field of rollFields) for (const header of rollHeaders[field]) assert.equal(rollFieldOf(header), field)
    assert.equal(rollFieldOf('面积（㎡）'), 'area')
    assert.equal(rollFieldOf('* 楼栋 '), 'building')
    assert.equal(rollFieldOf('ID Number'), 'documentNumber')
    assert.equal(rollFieldOf('备注'), undefined)
  })

  it('no heading means two columns', () => {
    const all = Object.values(rollHeaders).flat()
    assert.equal(new Set(all).size, all.length)
  })
})
