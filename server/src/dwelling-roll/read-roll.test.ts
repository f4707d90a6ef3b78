import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DateOn } from '@shequtong/domain/time'
import { readRollApart } from './read-apart.ts'
import { readRoll } from './read-roll.ts'
import { csvOf, headings, inventRows, xlsxOf, xlsxParts, zipOf } from './test-rolls.ts'

const today = '2026-03-01' as DateOn
const read = async (bytes: Uint8Array) => {
  const roll = await readRoll(bytes, today)
  assert.ok(roll.ok, JSON.stringify(roll))
  return roll.value
}
const refusal = async (bytes: Uint8Array) => {
  const roll = await readRoll(bytes, today)
  return roll.ok ? 'read' : roll.violation.code
}
const rows = inventRows(30)
const csv = csvOf([headings, ...rows])

/** GB18030 has no encoder in the platform; its two-byte part is the inverse of the decoder. */
const toGb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Buffer.from(
    [...text].flatMap((one) => ((one.codePointAt(0) ?? 0) < 128 ? [one.charCodeAt(0)] : [...(table.get(one) ?? [])])),
  )
}

describe('a roll out of a file', () => {
  it('is the same roll as UTF-8, with BOM, as GB18030 from Excel, with tabs in UTF-16, and as XLSX', async () => {
    const plain = await read(Buffer.from(csv))
    assert.deepEqual([plain.rows, plain.badRows, plain.faults.length], [30, 0, 0])
    assert.equal(plain.dwellings.length, 25)
    assert.equal(plain.dwellings[0]?.persons.length, 2)
    assert.equal(plain.dwellings[0]?.persons[0]?.phone, '+8613800000000')
    for (const bytes of [
      Buffer.from(`\uFEFF${csv}`),
      toGb18030(csv),
      Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le'),
      Buffer.from(csv.replaceAll(',', ';')),
      xlsxOf([headings, ...rows]),
      xlsxOf([headings, ...rows.map((row) => row.map((cell, x) => (x === 4 || x === 5 ? Number(cell) : cell)))]),
    ])
      assert.deepEqual((await read(bytes)).dwellings, plain.dwellings)
  })

  it('columns stand in any order, are English or absent, and what is not understood is named', async () => {
    const roll = await read(Buffer.from('Room,Entrance,Building,备注\n502,2 单元,92号楼,猫\n'))
    assert.deepEqual(roll.ignoredColumns, ['备注'])
    assert.deepEqual(
      roll.dwellings.map(({ building, floor, persons }) => [building, floor, persons.length]),
      [['92号楼', 5, 0]],
    )
  })

  it('every bad row is named by the line that the spreadsheet shows, and takes its whole door out', async () => {
    const bad = rows.map((row) => [...row])
    ;(bad[1] ?? [])[8] = '310113198806120000'
    ;(bad[4] ?? [])[5] = '3'
    ;(bad[4] ?? [])[10] = '猫'
    for (const bytes of [Buffer.from(csvOf([headings, ...bad])), xlsxOf([headings, ...bad])]) {
      const roll = await read(bytes)
      assert.deepEqual(
        roll.faults.map(({ line, field, code }) => `${line} ${field} ${code}`),
        ['3 documentNumber id-number-checksum', '6 area area-implausible', '6 tenure tenure-unknown'],
      )
      assert.deepEqual([roll.badRows, roll.skipped, roll.dwellings.length], [2, 2, 23])
      assert.equal(roll.faults[0]?.door, '1号楼 1 单元 101')
    }
  })

  it('an ID number that a spreadsheet took for a quantity is refused as such', async () => {
    const roll = await read(
      xlsxOf([headings, [...(rows[0] ?? [])].map((cell, x) => (x === 8 ? Number(cell.replace('X', '0')) : cell))]),
    )
    assert.deepEqual(
      roll.faults.map(({ code }) => code),
      ['id-number-lost-digits'],
    )
  })

  it('quoted cells, blank lines and a title line do not move the line numbers', async () => {
    const text = '# 宝山九村\n楼栋,单元,室号,姓名\n\n"92号楼","2 单元","502","吴\n小云"\n92号楼,2 单元,,\n'
    const roll = await read(Buffer.from(text))
    assert.deepEqual(
      roll.faults.map(({ line }) => line),
      [6],
    )
  })
})

describe('what is no roll', () => {
  it('is refused with its reason: empty, no columns, an image, half a workbook', async () => {
    assert.equal(await refusal(Buffer.from('')), 'roll-empty')
    assert.equal(await refusal(Buffer.from('楼栋,单元,室号\n')), 'roll-empty')
    assert.equal(await refusal(Buffer.from('姓名,电话\n吴,1\n')), 'roll-columns-missing')
    assert.equal(await refusal(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])), 'roll-not-a-table')
    assert.equal(await refusal(Buffer.from('楼栋,单元,室号\n"92号楼')), 'roll-not-a-table')
    const workbook = xlsxOf([headings, ...rows])
    assert.equal(await refusal(workbook.subarray(0, workbook.length / 2)), 'roll-not-a-table')
    assert.equal(await refusal(zipOf({ 'a.xml': '<a/>' })), 'roll-not-a-table')
    assert.equal(await refusal(Buffer.from(`楼栋,单元,室号\n${'1,1,101\n'.repeat(60_001)}`)), 'roll-too-many-rows')
  })

  it('a decompression bomb is refused by its own directory, without being unpacked', async () => {
    const parts = xlsxParts([headings, ...rows])
    const bomb = zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst>${' '.repeat(80_000_000)}</sst>` })
    assert.ok(bomb.length < 200_000)
    const before = process.memoryUsage().arrayBuffers
    assert.equal(await refusal(bomb), 'roll-too-large-inside')
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000)
  })

  it('an archive that lies about its sizes is cut off at what it claims', async () => {
    const parts = xlsxParts([headings, ...rows])
    const bomb = zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst>${' '.repeat(80_000_000)}</sst>` })
    const claimed = Buffer.alloc(4)
    claimed.writeUInt32LE(80_000_000 + '<sst></sst>'.length)
    const small = Buffer.alloc(4)
    small.writeUInt32LE(1_000)
    for (let at = bomb.indexOf(claimed); at >= 0; at = bomb.indexOf(claimed)) small.copy(bomb, at)
    assert.equal(await refusal(bomb), 'roll-not-a-table')
  })

  it('entities are not expanded', async () => {
    const parts = xlsxParts([
      ['楼栋', '单元', '室号'],
      ['&a;', '1 单元', '101'],
    ])
    const laughs = Object.entries(parts).map(([name, text]) => [
      name,
      text
        .replace('<?xml version="1.0"?>', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "笑笑笑笑">]>')
        .replace('&amp;a;', '&a;'),
    ])
    const roll = await readRoll(zipOf(Object.fromEntries(laughs)), today)
    assert.ok(!roll.ok || !JSON.stringify(roll.value.dwellings).includes('笑'))
  })
})

describe('a roll read apart', () => {
  it('is the same, while the server goes on answering', async () => {
    const bytes = Buffer.from(csvOf([headings, ...inventRows(5_000)]))
    let ticks = 0
    const ticking = setInterval(() => {
      ticks += 1
    }, 5)
    const apart = await readRollApart(bytes, today)
    clearInterval(ticking)
    assert.deepEqual(apart, await readRoll(bytes, today))
    assert.ok(ticks > 5, `${ticks} ticks`)
  })

  it('ends with its time', async () => {
    const bytes = Buffer.from(csvOf([headings, ...inventRows(20_000)]))
    const ended = await readRollApart(bytes, today, { timeoutMs: 1, memoryMb: 512 })
    assert.deepEqual(ended, { ok: false, violation: { code: 'roll-too-large-inside' } })
  })

  it('ends with its memory', async () => {
    const bytes = Buffer.from(csvOf([headings, ...inventRows(40_000)]))
    const ended = await readRollApart(bytes, today, { timeoutMs: 60_000, memoryMb: 16 })
    assert.deepEqual(ended, { ok: false, violation: { code: 'roll-too-large-inside' } })
  })
})
