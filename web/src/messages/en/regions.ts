import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/regions.ts'

const english: Translation<typeof chinese> = {
  from: (region) => `IP region: ${region}`,
  province: {
    'CN-AH': 'Anhui',
    'CN-BJ': 'Beijing',
    'CN-CQ': 'Chongqing',
    'CN-FJ': 'Fujian',
    'CN-GD': 'Guangdong',
    'CN-GS': 'Gansu',
    'CN-GX': 'Guangxi',
    'CN-GZ': 'Guizhou',
    'CN-HA': 'Henan',
    'CN-HB': 'Hubei',
    'CN-HE': 'Hebei',
    'CN-HI': 'Hainan',
    'CN-HK': 'Hong Kong, China',
    'CN-HL': 'Heilongjiang',
    'CN-HN': 'Hunan',
    'CN-JL': 'Jilin',
    'CN-JS': 'Jiangsu',
    'CN-JX': 'Jiangxi',
    'CN-LN': 'Liaoning',
    'CN-MO': 'Macao, China',
    'CN-NM': 'Inner Mongolia',
    'CN-NX': 'Ningxia',
    'CN-QH': 'Qinghai',
    'CN-SC': 'Sichuan',
    'CN-SD': 'Shandong',
    'CN-SH': 'Shanghai',
    'CN-SN': 'Shaanxi',
    'CN-SX': 'Shanxi',
    'CN-TJ': 'Tianjin',
    'CN-TW': 'Taiwan, China',
    'CN-XJ': 'Xinjiang',
    'CN-XZ': 'Xizang',
    'CN-YN': 'Yunnan',
    'CN-ZJ': 'Zhejiang',
  },
}

export default english
