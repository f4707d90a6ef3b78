import { zipSync } from 'fflate'
import { inventIdNumber } from '../../test/support/test-world.ts'

export const headings = [
  '片区',
  '楼栋',
  '单元',
  '室号',
  '楼层',
  '面积(㎡)',
  '面积来源',
  '姓名',
  '证件号',
  '手机号',
  '身份',
]

/** Rows of a roll as a committee keeps it: every 50 doors a building, two staircases, every fifth door with a second person. */
export const inventRows = (count: number): string[][] => {
  const rows: string[][] = []
  for (let door = 0; rows.length < count; door += 1) {
    const building = Math.floor(door / 50) + 1
    const within = door % 50
    const room = `${Math.floor((within % 25) / 2) + 1}0${(within % 2) + 1}`
    const staircase = `${Math.floor(within / 25) + 1} 单元`
    const place = [
      building % 2 === 0 ? '北块' : '南块',
      `${building}号楼`,
      staircase,
      `${room}${within === 24 || within === 49 ? '甲' : ''}`,
    ]
    const area = `${60 + (door % 40)}.${String(door % 100).padStart(2, '0')}`
    for (const person of door % 5 === 0 ? [0, 1] : [0]) {
      if (rows.length === count) break
      rows.push([
        ...place,
        String(Math.floor((within % 25) / 2) + 1),
        area,
        '产证',
        `${'赵钱孙李周吴郑王'[rows.length % 8]}${person === 0 ? '建国' : '秀英'}`,
        inventIdNumber(`19${50 + (rows.length % 50)}-0${1 + (rows.length % 9)}-1${rows.length % 9}`, rows.length),
        `138${String(rows.length).padStart(8, '0')}`,
        person === 0 ? '业主' : '家属',
      ])
    }
  }
  return rows
}

export const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const columnName = (index: number): string => String.fromCharCode(65 + index)

/** A workbook as a spreadsheet program writes it: strings shared, numbers as numbers. */
export const xlsxParts = (rows: readonly (readonly (string | number)[])[]): Record<string, string> => {
  const strings = new Map<string, number>()
  const shared = (text: string): number => {
    const known = strings.get(text) ?? strings.size
    strings.set(text, known)
    return known
  }
  const cellOf = (value: string | number, at: string): string =>
    typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="s"><v>${shared(value)}</v></c>`
  const body = rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((value, x) => cellOf(value, `${columnName(x)}${y + 1}`)).join('')}</row>`,
    )
    .join('')
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  return {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${main} xmlns:r="${office}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet ${main}><sheetData>${body}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst ${main}>${[...strings.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  }
}

export const zipOf = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))))

export const xlsxOf = (rows: readonly (readonly (string | number)[])[]): Buffer => zipOf(xlsxParts(rows))
