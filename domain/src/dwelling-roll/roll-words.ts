import type { DocumentKind } from '../identity/document-kinds.ts'
import type { Tenure } from '../registrations/member-kinds.ts'
import type { FloorAreaSource } from '../territory/territory.ts'
import { foldWidth } from '../text/characters.ts'

/** The columns of a dwelling roll as committees keep it. One row is one person of one dwelling, or an empty dwelling. */
export const rollFields = [
  'subArea',
  'building',
  'staircase',
  'room',
  'floor',
  'area',
  'areaSource',
  'name',
  'documentKind',
  'documentNumber',
  'phone',
  'tenure',
] as const
export type RollField = (typeof rollFields)[number]

/** Without these columns a table is no dwelling roll. */
export const neededRollFields = ['building', 'staircase', 'room'] as const satisfies readonly RollField[]

/** How the columns are headed. The first of each is what an export writes. */
export const rollHeaders: Readonly<Record<RollField, readonly string[]>> = {
  subArea: ['片区', '分区', '块', 'sub-area', 'sub area'],
  building: ['楼栋', '楼号', '幢', '幢号', '栋', 'building'],
  staircase: ['单元', '门牌', '门牌幢', '楼道', '单元号', 'staircase', 'entrance'],
  room: ['室号', '室', '房号', '房间', '房间号', 'room'],
  floor: ['楼层', '层', '所在层', 'floor'],
  area: ['面积(㎡)', '面积', '建筑面积', '建筑面积(㎡)', '面积(m2)', '面积(平方米)', 'area', 'area (m²)', 'area (m2)'],
  areaSource: ['面积来源', 'area source'],
  name: ['姓名', '真实姓名', 'name'],
  documentKind: ['证件类型', '证件种类', 'document kind', 'document'],
  documentNumber: ['证件号', '证件号码', '身份证号', '身份证号码', '身份证', 'id number', 'document number'],
  phone: ['手机号', '手机', '电话', '手机号码', '联系电话', 'phone', 'mobile'],
  tenure: ['身份', '居住身份', '住户身份', 'tenure'],
}

const plain = (text: string): string =>
  foldWidth(text.normalize('NFKC'))
    .replace(/[\s*＊_-]/g, '')
    .toLowerCase()

const fieldByHeader = new Map(
  rollFields.flatMap((field) => rollHeaders[field].map((header) => [plain(header), field] as const)),
)

/** The field that a column of this heading holds; width, case, spaces and a star for "needed" do not matter. */
export const rollFieldOf = (header: string): RollField | undefined => fieldByHeader.get(plain(header))

const wordOf =
  <T extends string>(words: Readonly<Record<T, readonly string[]>>) =>
  (text: string): T | undefined => {
    const said = plain(text)
    return (Object.keys(words) as T[]).find((key) => words[key].some((word) => plain(word) === said))
  }

export const tenureWords: Readonly<Record<Tenure, readonly string[]>> = {
  propertyOwner: ['业主', '产权人', '户主', 'propertyOwner', 'owner'],
  coOwner: ['共有人', '共有产权人', '共同共有人', 'coOwner'],
  tenant: ['租户', '租客', '承租人', '租赁', 'tenant'],
  family: ['家属', '家庭成员', '家人', '同住人', 'family'],
}
export const tenureOf = wordOf(tenureWords)

/** 最高法 建筑物区分所有权 司法解释 art. 8: the register, else a survey, else the purchase contract. */
export const floorAreaSourceWords: Readonly<Record<FloorAreaSource, readonly string[]>> = {
  register: ['产证', '房产证', '不动产登记', '不动产登记簿', '登记', '登记簿', '产权证', 'register'],
  survey: ['测绘', '实测', '测绘报告', 'survey'],
  purchaseContract: ['合同', '购房合同', '买卖合同', '购买合同', 'purchaseContract', 'contract'],
}
export const floorAreaSourceOf = wordOf(floorAreaSourceWords)

export const documentKindWords: Readonly<Record<DocumentKind, readonly string[]>> = {
  citizenId: ['身份证', '居民身份证', 'citizenId', 'id card'],
  travelPermit: ['通行证', '港澳居民来往内地通行证', '台湾居民来往大陆通行证', '回乡证', '台胞证', 'travelPermit'],
  passport: ['护照', 'passport'],
}
export const documentKindOf = wordOf(documentKindWords)
