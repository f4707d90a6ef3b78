import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { provinceStems } from './provinces.ts'
import { regionOf } from './regions.ts'

describe('the region of an address', () => {
  it('is one of the 34 units of the first level, however its name goes on', () => {
    assert.equal(Object.keys(provinceStems).length, 34)
    for (const [code, stem] of Object.entries(provinceStems))
      for (const end of ['', '省', '市', '自治区'])
        assert.equal(regionOf({ country: '中国', province: stem + end }), code, stem + end)
    assert.equal(regionOf({ country: '中国', province: '广西壮族自治区' }), 'CN-GX')
    assert.equal(regionOf({ country: '中国', province: '新疆维吾尔自治区' }), 'CN-XJ')
  })

  it('no two units begin alike', () => {
    const stems = Object.values(provinceStems)
    for (const stem of stems)
      assert.deepEqual(
        stems.filter((one) => one.startsWith(stem)),
        [stem],
      )
  })

  it('香港, 澳门 and 台湾 are units of China, whatever a list of addresses calls their country', () => {
    for (const [name, code] of [
      ['香港', 'CN-HK'],
      ['澳门', 'CN-MO'],
      ['台湾', 'CN-TW'],
    ] as const)
      for (const given of [
        { country: '中国', province: name },
        { country: name, province: '' },
        { country: `中国${name}`, province: name },
        { country: `中国${name}特别行政区`, province: '' },
      ])
        assert.equal(regionOf(given), code, JSON.stringify(given))
  })

  it('abroad it is the country alone', () => {
    assert.equal(regionOf({ country: '美国', province: '加利福尼亚' }), 'US')
    assert.equal(regionOf({ country: '日本', province: '东京都' }), 'JP')
    assert.equal(regionOf({ country: '孟加拉', province: '' }), 'BD')
  })

  it('where nothing sure is known nothing is said', () => {
    for (const given of [
      { country: '', province: '' },
      { country: '', province: '内网IP' },
      { country: '中国', province: '' },
      { country: '中国', province: '全国' },
      { country: '火星', province: '' },
    ])
      assert.equal(regionOf(given), undefined, JSON.stringify(given))
  })
})
