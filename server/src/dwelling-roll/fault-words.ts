import type { RollFaultCode } from '@shequtong/domain/dwelling-roll/roll-row'
import { rollHeaders } from '@shequtong/domain/dwelling-roll/roll-words'
import type { LineFault } from './read-roll.ts'

const words: Readonly<Record<RollFaultCode, readonly [zh: string, en: string]>> = {
  missing: ['没有填', 'is missing'],
  'too-long': ['太长', 'is too long'],
  'unreadable-character': ['有无法显示的字符', 'has unreadable characters'],
  'floor-not-a-number': ['不是数字', 'is not a number'],
  'floor-implausible': ['应在 -5 到 200 之间', 'must lie between -5 and 200'],
  'floor-missing': ['没有填，从室号也看不出', 'is missing and the room does not tell it'],
  'area-not-a-number': ['不是最多两位小数的数字', 'is not a number with at most two decimals'],
  'area-implausible': ['应在 10 到 2000 平方米之间', 'must lie between 10 and 2000 m²'],
  'area-missing': ['有来源而没有面积', 'has a source and no area'],
  'area-source-unknown': ['应为 产证、测绘 或 合同', 'must be register, survey or contract'],
  'tenure-unknown': ['应为 业主、共有人、租户 或 家属', 'must be owner, coOwner, tenant or family'],
  'document-kind-unknown': ['应为 身份证、通行证 或 护照', 'must be id card, travelPermit or passport'],
  'id-number-malformed': ['不是 18 位身份证号', 'is no ID number of 18 characters'],
  'id-number-birth-date': ['里的出生日期不存在', 'holds an impossible birth date'],
  'id-number-birth-in-future': ['里的出生日期在将来', 'holds a birth date in the future'],
  'id-number-checksum': ['校验位不对，有一位写错了', 'fails its checksum: a digit is wrong'],
  'id-number-lost-digits': [
    '被表格软件改成了数字，后几位已丢失；请把这一列设为文本再填',
    'was rounded by the spreadsheet: format the column as text',
  ],
  'travel-document-malformed': ['不像通行证或护照号码', 'is no travel document number'],
  'mobile-number-malformed': ['不是 11 位手机号', 'is no mobile number of 11 digits'],
  'person-twice': ['同一户写了两次', 'is there twice for one dwelling'],
  'dwelling-differs': ['与同一户的上一行不同', 'differs from the former row of this dwelling'],
  'sub-area-differs': ['与同一楼栋的上一行不同', 'differs from the former row of this building'],
}

/** One line for the terminal, in both languages; never what stands in the cell. */
export const describeFault = ({ line, door, field, code }: LineFault): string => {
  const [zh, en] = words[code]
  return `第 ${line} 行 line ${line}  ${door}  ${rollHeaders[field][0]} ${zh} · ${field} ${en}`
}
