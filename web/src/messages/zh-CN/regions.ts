import { provinceStems } from '@shequtong/domain/regions/provinces'

/** From where words came, to the level that other platforms show. */
const chinese = {
  from: (region: string) => `IP属地：${region}`,
  province: { ...provinceStems, 'CN-HK': '中国香港', 'CN-MO': '中国澳门', 'CN-TW': '中国台湾' },
}

export default chinese
