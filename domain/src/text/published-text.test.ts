import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkCharacterOf } from '../identity/citizen-id-number.ts'
import { findPersonalData } from './personal-data.ts'
import { checkPublishedText, checkReadableText } from './published-text.ts'

const limits = { minCodePoints: 1, maxCodePoints: 2000 }
const violationOf = (text: string, within = limits) => {
  const checked = checkPublishedText(text, within)
  return checked.ok ? undefined : checked.violation
}
/** What is marked for the writer, as it stands in the text. */
const markedIn = (text: string) =>
  findPersonalData(text).map(({ kind, at }) => `${kind}:${text.slice(at.start, at.end)}`)

const wide = (text: string) => text.replace(/[0-9X]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const phones = fc.stringMatching(/^1[3-9][0-9]{9}$/)
const idNumbers = fc
  .tuple(fc.constantFrom('110101', '310113', '650102'), fc.integer({ min: 1930, max: 2025 }), fc.nat(999))
  .map(([region, year, sequence]) => {
    const first17 = `${region}${year}0714${String(sequence).padStart(3, '0')}`
    return first17 + checkCharacterOf(first17)
  })
const disguises = fc.constantFrom<(number: string) => string>(
  (number) => number,
  wide,
  (number) => [...number].join(' '),
  (number) => [...number].join('-'),
  (number) => number.replace(/(.{3})(.{4})/, '$1 $2-'),
  (number) => [...number].join('\u200B'),
  (number) => wide([...number].join('　')),
  (number) => number.replace(/^(.{6})/, '$1 — '),
)

describe('personal data in a text', () => {
  it('吴女士 puts her phone or ID number into a post, however disguised: exactly that place is marked', () => {
    fc.assert(
      fc.property(fc.oneof(phones, idNumbers), disguises, (number, disguise) => {
        const [before, after] = ['请联系我：', '，谢谢。021-56781234']
        const text = before + disguise(number) + after
        const kind = number.length === 11 ? 'phone' : 'id-number'
        assert.deepEqual(markedIn(text), [`${kind}:${disguise(number)}`])
        const at = { start: before.length, end: before.length + disguise(number).length }
        assert.deepEqual(violationOf(text), { code: 'personal-data-in-text', kind, at })
      }),
    )
  })

  it('written otherwise they are found as well', () => {
    assert.deepEqual(markedIn('138   17236612'), ['phone:138   17236612'], 'a gap of three is still one number')
    assert.deepEqual(markedIn('138    17236612'), [], 'a gap of four makes two')
    assert.deepEqual(markedIn('+86 13817236612'), ['phone:86 13817236612'])
    assert.deepEqual(markedIn('一三八 一七二三 六六一二'), ['phone:一三八 一七二三 六六一二'])
    assert.deepEqual(markedIn('幺三八幺七二三六六幺二'), ['phone:幺三八幺七二三六六幺二'])
    assert.deepEqual(markedIn('旧证 310113580214204 号'), ['id-number:310113580214204'])
    assert.deepEqual(markedIn('1101 0519 4912 3100 2x'), ['id-number:1101 0519 4912 3100 2x'])
    assert.deepEqual(markedIn('138.1723.6612 或 139(1723)6612'), ['phone:138.1723.6612', 'phone:139(1723)6612'])
    assert.deepEqual(markedIn('13817236612/13917236613'), ['phone:13817236612', 'phone:13917236613'])
  })

  it('however it is split or dressed up, a whole number is found, and nothing beside it', () => {
    const dressed = (digits: string, as: string) => {
      const forms = [...as]
      return [...digits].map((digit) => (digit === 'X' ? 'X' : forms[Number(digit)])).join('')
    }
    const forms: Record<string, string> = {
      mathematical: '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
      circled: '⓪①②③④⑤⑥⑦⑧⑨',
      'circled white on black': '⓿❶❷❸❹❺❻❼❽❾',
      superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹',
      'full-width': '０１２３４５６７８９',
      Chinese: '零一二三四五六七八九',
      financial: '〇壹贰叁肆伍陆柒捌玖',
      Arabic: '٠١٢٣٤٥٦٧٨٩',
      Devanagari: '०१२३४५६७८९',
    }
    const written = (number: string): string[] => [
      ...Object.values(forms).map((form) => dressed(number, form)),
      [...number].join(','),
      [...number].join('，'),
      [...number].join('、'),
      [...number].join('\n'),
      [...number].join('\u200B\u200B\u200B\u200B\u200B'),
      [...number].join('\uFE0F\u20E3'),
      number.replace(/^(.{3})(.{4})/, '$1,$2,'),
      number.replace(/^(.{3})(.{4})/, '$1\r\n$2\r\n'),
      number.replace(/^(.{3})(.{4})/, '$1；$2。'),
      number.replace(/^(.{5})/, '$1， '),
      dressed(number.replace(/^(.{4})(.{3})/, '$1$2'), forms.mathematical ?? '').replace(/^(.{6})/u, '$1 - '),
    ]
    for (const text of written('13817236612')) assert.deepEqual(markedIn(`找我${text}，谢谢`), [`phone:${text}`])
    for (const text of written('11010519491231002X')) assert.deepEqual(markedIn(`证${text}。`), [`id-number:${text}`])
    assert.deepEqual(markedIn('①③⑧①⑦②③⑥⑥①②号'), ['phone:①③⑧①⑦②③⑥⑥①②'])
    assert.deepEqual(markedIn('1381⑩72366'), ['phone:1381⑩72366'], 'a circled ten is two digits')
    assert.deepEqual(markedIn('92号楼\n13817236612\n301'), ['phone:13817236612'])
  })

  it('lists, times, amounts, bills and service numbers are none, however they are parted', () => {
    for (const text of [
      '1号楼2单元301',
      '1、3、5、7、9、11、13、15 号楼停水',
      '1501、1502、301室漏水',
      '1501，1502，301 室',
      '1301\n1302\n1303\n1304',
      '13、14、15、16、17、1号楼',
      '今晚18:30 2026-11-1 在活动室',
      '13:30、14:00、15:30 三场',
      '9:00-11:30，13:30-16:00',
      '一共 13,800,000,000 元',
      '￥13,817,236,612',
      '账单 20261115000138123',
      '工单 31011320261115001',
      '12345、962121、110、119、120',
      '962121，12345',
      '居委 021-56781234，物业 021-56785678',
      '56781234，138 转 2',
      '一、三楼；二、四楼',
      '周一三五七点，二四六八点',
      '1/3、2/3、100%',
      '① 停水 ② 停电 ③ 停气',
    ])
      assert.deepEqual(markedIn(text), [], text)
  })

  it('one digit less or more, a wrong checksum or an impossible birth date is just a number', () => {
    const harmless = [
      '1381723661',
      '138172366123',
      '12817236612',
      '110105194912310021',
      '11010519491331002X',
      '1101051949123100',
      '310113581314204',
      '310113580230204',
      '990113580214204',
      '31011358021420',
    ]
    for (const text of harmless) assert.deepEqual(markedIn(`号码${text}。`), [], text)
  })

  it('landlines, short numbers, dates, prices, buildings and rooms are fine', () => {
    for (const text of [
      '居委会电话 021-56781234，急事打 110、119 或 12345',
      '2026-11-15 14:30 在92号楼101室',
      '13、14、15、16、17、18号楼停水',
      '费用 138000 元，其中 13800 元由维修资金支付',
      '400-820-1234',
      '工单 SQT-20261115-000138',
      '13号楼\n817236612',
      '1-15号楼 2026年',
    ])
      assert.equal(violationOf(text), undefined, text)
  })

  it('what is marked lies inside the text, in order, without overlap, for any text at all', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'0123456789Xx -.　１幺一138'), maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        let from = 0
        for (const { at } of findPersonalData(text)) {
          assert.ok(from <= at.start && at.start + 11 <= at.end && at.end <= text.length)
          from = at.end
        }
      }),
    )
  })
})

describe('a text to be published', () => {
  it('comes out in NFC with plain line ends and without white space around it', () => {
    assert.deepEqual(checkPublishedText('  cafe\u0301\r\n停水\r了\t吗 \n', limits), {
      ok: true,
      value: 'café\n停水\n了\t吗',
    })
    assert.deepEqual(checkPublishedText('一家👨‍👩‍👧 <b>不是标签</b>', limits), {
      ok: true,
      value: '一家👨‍👩‍👧 <b>不是标签</b>',
    })
  })

  it('a broken half of a character, a control character or one that turns the direction is marked and refused', () => {
    const at = { start: 2, end: 3 }
    for (const bad of ['\uD83D', '\uDE00'])
      assert.deepEqual(violationOf(`停水${bad}了`), { code: 'lone-surrogate', at })
    for (const bad of ['\u0000', '\u0007', '\u000B', '\u001B', '\u007F', '\u0085', '\u2028'])
      assert.deepEqual(violationOf(`停水${bad}了`), { code: 'control-character', at })
    for (const bad of ['\u202A', '\u202C', '\u202D', '\u202E', '\u2066', '\u2069', '\u200E', '\u200F', '\u061C'])
      assert.deepEqual(violationOf(`停水${bad}了`), { code: 'bidi-character', at })
    assert.equal(violationOf('停水😀了'), undefined)
  })

  it('its length counts code points, both ends allowed; invisible characters do not make a text', () => {
    const within = { minCodePoints: 2, maxCodePoints: 3 }
    assert.deepEqual(violationOf('𠮷', within), { code: 'text-too-short', minCodePoints: 2, codePoints: 1 })
    assert.deepEqual(
      ['𠮷𠮷', '𠮷𠮷𠮷', '  停水  '].map((text) => violationOf(text, within)),
      [undefined, undefined, undefined],
    )
    assert.deepEqual(violationOf('𠮷𠮷𠮷𠮷', within), { code: 'text-too-long', maxCodePoints: 3, codePoints: 4 })
    assert.deepEqual(violationOf('停\u200B\uFEFF', within), { code: 'text-too-short', minCodePoints: 2, codePoints: 1 })
    assert.equal(violationOf(' \n ', limits)?.code, 'text-too-short')
    assert.equal(violationOf('', { minCodePoints: 0, maxCodePoints: 3 }), undefined)
  })

  it('what was taken is taken again unchanged, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const once = checkPublishedText(text, limits)
        if (once.ok) assert.deepEqual(checkPublishedText(once.value, limits), once)
      }),
    )
  })

  it('ten times the digits take some ten times as long, not a hundred times', () => {
    const tookMs = (times: number) => {
      const started = performance.now()
      checkPublishedText('1 3-8'.repeat(times), { minCodePoints: 1, maxCodePoints: 2_000_000 })
      return performance.now() - started
    }
    tookMs(20_000)
    const short = Math.min(tookMs(20_000), tookMs(20_000), tookMs(20_000))
    const long = Math.min(tookMs(200_000), tookMs(200_000))
    assert.ok(long < 40 * short, `${short} ms, then ${long} ms`)
  })
})

describe('words that few will read', () => {
  const few = { minCodePoints: 2, maxCodePoints: 30 }

  it('may hold a number, and nothing that cannot be read or turns round what is read', () => {
    assert.deepEqual(checkReadableText(' 电话 13817236612 ', few), { ok: true, value: '电话 13817236612' })
    for (const [text, code] of [
      ['吴\u200F芸', 'bidi-character'],
      ['吴\u061C芸', 'bidi-character'],
      ['吴\u0085芸', 'control-character'],
      ['吴\u2028芸', 'control-character'],
      ['吴\uD800', 'lone-surrogate'],
      ['\u200B\u200D\uFEFF\u2060', 'text-too-short'],
      ['吴'.repeat(31), 'text-too-long'],
    ] as const) {
      const checked = checkReadableText(text, few)
      assert.equal(!checked.ok && checked.violation.code, code, JSON.stringify(text))
    }
  })

  it('that nobody can see are no words: empty where that is allowed', () => {
    const anything = { minCodePoints: 0, maxCodePoints: 30 }
    assert.deepEqual(checkReadableText('\u200D\u200B\uFEFF', anything), { ok: true, value: '' })
    assert.deepEqual(checkPublishedText(' \u2060 ', anything), { ok: true, value: '' })
  })
})
