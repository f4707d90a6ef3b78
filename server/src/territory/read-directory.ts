import { ok, type Result, refused, type Violation } from '@shequtong/domain/result'
import { checkPlaceName } from '@shequtong/domain/territory/place-name'
import type { CommunityKind, SubdistrictKind } from '@shequtong/domain/territory/territory'
import { CsvError, parse } from 'csv-parse/sync'

export interface DirectoryRow {
  /** 9 digits of the statistical division code. */
  readonly subdistrictCode: string
  readonly subdistrictName: string
  readonly subdistrictKind: SubdistrictKind
  /** 12 digits; the first nine are the subdistrict's. */
  readonly communityCode: string
  /** As published, e.g. 宝山九村居委会. */
  readonly communityName: string
  /** For people: 宝山九村. */
  readonly displayName: string
  readonly communityKind: CommunityKind
}

export type DirectoryProblemCode =
  | 'missing-column'
  | 'not-csv'
  | 'no-rows'
  | 'code-width'
  | 'empty-name'
  | 'name-length'
  | 'name-characters'
  | 'unknown-subdistrict-kind'
  | 'unknown-community-kind'
  | 'code-outside-subdistrict'
  | 'duplicate-community-code'
  | 'duplicate-community-name'
  | 'subdistrict-name-differs'
  | 'district-differs'

export interface DirectoryProblem {
  /** 1-based line of the file; the header is line 1. */
  readonly line: number
  readonly code: DirectoryProblemCode
  /** The offending text, as found. */
  readonly found: string
}

export interface DirectoryViolation extends Violation {
  readonly code: 'bad-directory'
  readonly problems: readonly DirectoryProblem[]
}

const nameProblems = {
  'place-name-empty': 'empty-name',
  'place-name-length': 'name-length',
  'place-name-characters': 'name-characters',
} as const

const columns = ['town_code', 'town_name', 'community_code', 'community_name', 'kind'] as const
type Column = (typeof columns)[number]
interface Parsed {
  readonly record: Partial<Record<Column, string>>
  readonly info: { readonly lines: number }
}

/** Positions 7–9 of the statistical division code: 001–099 街道, 100–199 镇, 200–399 乡, 400–599 units that act as one. */
const subdistrictKindOf = (code: string): SubdistrictKind | undefined => {
  const part = Number(code.slice(6))
  if (part >= 1 && part <= 99) return 'street'
  if (part >= 100 && part <= 399) return 'town'
  if (part >= 400 && part <= 599) return 'industrialPark'
  return undefined
}

const committeeSuffix = /(?:社区)?(?:居民委员会|村民委员会|居委会|村委会)$/u

/** 宝山九村居委会 → 宝山九村; a name that is nothing but the suffix stays whole. */
export const displayNameOf = (communityName: string): string =>
  communityName.replace(committeeSuffix, '') || communityName

/**
 * Reads a district's directory. All rows or none: every bad row is named with its line, so that a person can mend the
 * file in one go. One file holds one district (the first six digits are the same throughout).
 */
export const readDirectory = (csv: string): Result<readonly DirectoryRow[], DirectoryViolation> => {
  const refuse = (problems: readonly DirectoryProblem[]) => refused({ code: 'bad-directory' as const, problems })
  let parsed: Parsed[]
  try {
    parsed = parse(csv, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true }) as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse([{ line: Number(error.lines ?? 1), code: 'not-csv', found: error.message }])
  }
  const first = parsed[0]
  if (first === undefined) return refuse([{ line: 1, code: 'no-rows', found: '' }])
  const missing = columns.filter((column) => first.record[column] === undefined)
  if (missing.length > 0) return refuse(missing.map((found) => ({ line: 1, code: 'missing-column', found })))

  const rows: DirectoryRow[] = []
  const problems: DirectoryProblem[] = []
  const seen = { codes: new Set<string>(), names: new Set<string>(), subdistricts: new Map<string, string>() }
  const districtCode = (first.record.town_code ?? '').slice(0, 6)

  for (const { record, info } of parsed) {
    const text = (column: Column): string => record[column] ?? ''
    const bad = (code: DirectoryProblemCode, found: string) => problems.push({ line: info.lines, code, found })
    const subdistrictCode = text('town_code')
    const communityCode = text('community_code')
    const communityName = text('community_name')
    const subdistrictName = text('town_name')
    const communityKind = text('kind')
    const problemsBefore = problems.length

    if (!/^\d{9}$/.test(subdistrictCode)) bad('code-width', subdistrictCode)
    if (!/^\d{12}$/.test(communityCode)) bad('code-width', communityCode)
    else if (!communityCode.startsWith(subdistrictCode)) bad('code-outside-subdistrict', communityCode)
    if (!subdistrictCode.startsWith(districtCode)) bad('district-differs', subdistrictCode)
    for (const column of ['town_name', 'community_name'] as const) {
      const name = checkPlaceName(text(column))
      if (!name.ok) bad(nameProblems[name.violation.code], column)
    }
    if (communityKind !== 'neighbourhood' && communityKind !== 'village') bad('unknown-community-kind', communityKind)
    if (seen.codes.has(communityCode)) bad('duplicate-community-code', communityCode)
    const nameInSubdistrict = `${subdistrictCode} ${communityName}`
    if (seen.names.has(nameInSubdistrict)) bad('duplicate-community-name', communityName)
    if ((seen.subdistricts.get(subdistrictCode) ?? subdistrictName) !== subdistrictName) {
      bad('subdistrict-name-differs', subdistrictName)
    }
    const subdistrictKind = subdistrictKindOf(subdistrictCode)
    if (subdistrictKind === undefined && /^\d{9}$/.test(subdistrictCode))
      bad('unknown-subdistrict-kind', subdistrictCode)

    seen.codes.add(communityCode)
    seen.names.add(nameInSubdistrict)
    if (!seen.subdistricts.has(subdistrictCode)) seen.subdistricts.set(subdistrictCode, subdistrictName)
    if (problems.length > problemsBefore || subdistrictKind === undefined) continue
    rows.push({
      subdistrictCode,
      subdistrictName,
      subdistrictKind,
      communityCode,
      communityName,
      displayName: displayNameOf(communityName),
      communityKind: communityKind as CommunityKind,
    })
  }
  return problems.length > 0 ? refuse(problems) : ok(rows)
}
