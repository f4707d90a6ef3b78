import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { memberKindRules } from '../registrations/member-kinds.ts'
import { communityKinds, floorAreaSources, subdistrictKinds } from './territory.ts'

describe('the territory of 宝山', () => {
  it('居 and 村 are the two kinds of community, 街道, 镇 and 园区 those of subdistrict', () => {
    assert.deepEqual([...communityKinds], ['neighbourhood', 'village'])
    assert.deepEqual([...subdistrictKinds], ['street', 'town', 'industrialPark'])
  })

  it('every kind of community takes members: nobody lives where nobody can join', () => {
    for (const kind of communityKinds)
      assert.ok(
        Object.values(memberKindRules).some((rule) => rule.communityKinds.includes(kind)),
        kind,
      )
  })

  it('a floor area is taken from the register, else from the survey, else from the purchase contract', () => {
    assert.deepEqual([...floorAreaSources], ['register', 'survey', 'purchaseContract'])
  })
})
