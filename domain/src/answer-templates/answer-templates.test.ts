import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { communityRoles } from '../roles/roles.ts'
import { blanksIn } from '../text/blanks.ts'
import { isStatedResult } from '../text/stated-result.ts'
import { whyNotSubstantive } from '../text/substantive-answer.ts'
import { keepTemplate, mostTemplatesPerDesk, templateDeskOf } from './answer-templates.ts'

const codeOf = (result: { ok: boolean; violation?: { code: string } }) => (result.ok ? 'ok' : result.violation?.code)

describe('prepared answers', () => {
  it('leave a blank; one line too short is none', () => {
    assert.equal(codeOf(keepTemplate('您好，____上午电工来修。', 0)), 'ok')
    assert.equal(codeOf(keepTemplate('您好，＿＿来修。', 0)), 'ok')
    assert.equal(codeOf(keepTemplate('您好，电工会来修。', 0)), 'blank-missing')
    assert.equal(codeOf(keepTemplate('您好，_来修。', 0)), 'blank-missing')
  })
  it('are so many for one desk and no more', () => {
    assert.equal(codeOf(keepTemplate('____来修', mostTemplatesPerDesk - 1)), 'ok')
    assert.equal(codeOf(keepTemplate('____来修', mostTemplatesPerDesk)), 'too-many-templates')
  })
  it('whatever may be kept never counts as an answer alone, nor as a result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (before, behind) => {
        const text = `${before}____${behind}`
        assert.equal(codeOf(keepTemplate(text, 0)), 'ok')
        assert.notEqual(whyNotSubstantive(text), undefined)
        assert.equal(isStatedResult(text), false)
      }),
    )
    assert.equal(whyNotSubstantive('您好，____上午九点电工来修，换好告诉您。'), 'blank-left')
    assert.equal(whyNotSubstantive('您好，明天上午九点电工来修，换好告诉您。'), undefined)
    // the number of a document is none
    assert.equal(whyNotSubstantive('按沪府发〔2025〕3 号文，每户每年补三百元。'), undefined)
  })
  it('belong to the committee as one and to every other office of the community by itself', () => {
    assert.equal(templateDeskOf('committeeSecretary'), 'committee')
    assert.equal(templateDeskOf('committeeMember'), 'committee')
    assert.equal(templateDeskOf('propertyManager'), 'propertyManager')
    assert.equal(templateDeskOf('districtOfficer'), undefined)
    for (const role of communityRoles) assert.notEqual(templateDeskOf(role), undefined, role)
  })
  it('say where their blanks are', () => {
    assert.deepEqual(blanksIn('明天____来，找＿＿师傅'), [
      { start: 2, end: 6 },
      { start: 9, end: 11 },
    ])
  })
})
