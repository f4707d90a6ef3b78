import { checkCitizenIdNumber } from '../identity/citizen-id-number.ts'
import type { DocumentKind } from '../identity/document-kinds.ts'
import { checkMobileNumber } from '../identity/phone.ts'
import { checkTravelDocument } from '../identity/travel-document.ts'
import type { Tenure } from '../registrations/member-kinds.ts'
import { ok, type Result, refused } from '../result.ts'
import type { FloorAreaSource } from '../territory/territory.ts'
import { bidiCharacter, controlCharacter, countCodePoints, foldWidth, invisibleCharacters } from '../text/characters.ts'
import type { DateOn } from '../time.ts'
import { documentKindOf, floorAreaSourceOf, type RollField, tenureOf } from './roll-words.ts'

/** Cells as found, by field; absent or empty: the roll is silent. */
export type RawRollRow = Readonly<Partial<Record<RollField, string>>>

/** One row that can be kept: a dwelling and at most one person. */
export interface RollRow {
  readonly subArea: string | null
  readonly building: string
  readonly staircase: string
  readonly room: string
  readonly floor: number
  readonly floorAreaCm2: number | null
  readonly floorAreaSource: FloorAreaSource | null
  /** Null: the row names nobody. */
  readonly person: RollRowPerson | null
}

export interface RollRowPerson {
  readonly name: string
  readonly documentKind: DocumentKind | null
  readonly documentNumber: string | null
  /** E.164. */
  readonly phone: string | null
  readonly tenure: Tenure | null
}

export const rollFaultCodes = [
  'missing',
  'too-long',
  'unreadable-character',
  'floor-not-a-number',
  'floor-implausible',
  'floor-missing',
  'area-not-a-number',
  'area-implausible',
  'area-missing',
  'area-source-unknown',
  'tenure-unknown',
  'document-kind-unknown',
  'id-number-malformed',
  'id-number-birth-date',
  'id-number-birth-in-future',
  'id-number-checksum',
  'id-number-lost-digits',
  'travel-document-malformed',
  'mobile-number-malformed',
  'person-twice',
  'dwelling-differs',
  'sub-area-differs',
] as const
export type RollFaultCode = (typeof rollFaultCodes)[number]

export interface RollFault {
  readonly field: RollField
  readonly code: RollFaultCode
}

export interface RollRowRefused {
  readonly code: 'roll-row-refused'
  /** All faults of the row, in the order of the columns; never empty. */
  readonly faults: readonly RollFault[]
}

/** Basements down to −5; no dwelling in the world is above floor 200. Plausibility of our own. */
export const floorBounds = { from: -5, to: 200 } as const
/** 10 to 2000 m², both included. Plausibility of our own: below is a stall, above is a typing error. */
export const areaBoundsCm2 = { from: 100_000, to: 20_000_000 } as const

const longest: Readonly<Partial<Record<RollField, number>>> = {
  subArea: 30,
  building: 30,
  staircase: 30,
  room: 20,
  name: 30,
}

const hidden = new RegExp(`${invisibleCharacters.source}|${bidiCharacter.source}`, 'g')
const clean = (text: string | undefined): string => (text ?? '').normalize('NFC').replace(hidden, '').trim()

/**
 * Whether a row of a dwelling roll can be kept, and as what. `todayOn`: no birth date lies after it. Floor: the column, else
 * the room's digits before the last two (502 → 5, 1203 → 12). Area in m² with at most two decimals, kept in integer cm². A
 * person has at least a name. ID numbers by GB 11643-1999; another document needs its kind named.
 */
export const checkRollRow = (raw: RawRollRow, todayOn: DateOn): Result<RollRow, RollRowRefused> => {
  const faults: RollFault[] = []
  const bad = (field: RollField, code: RollFaultCode): null => {
    faults.push({ field, code })
    return null
  }
  const label = (field: RollField): string => {
    const text = clean(raw[field]).replace(/\s+/g, ' ')
    if (controlCharacter.test(text) || !text.isWellFormed()) bad(field, 'unreadable-character')
    else if (countCodePoints(text) > (longest[field] ?? 40)) bad(field, 'too-long')
    return text
  }
  const needed = (field: RollField): string => {
    const text = label(field)
    if (text === '') bad(field, 'missing')
    return text
  }
  const subArea = label('subArea') || null
  const building = needed('building')
  const staircase = needed('staircase')
  const room = needed('room')
  const floor = floorIn(clean(raw.floor), room, bad)
  const area = areaIn(clean(raw.area), clean(raw.areaSource), bad)
  const person = personIn(raw, label('name'), todayOn, bad)
  if (faults.length > 0 || floor === null || area === null) return refused({ code: 'roll-row-refused', faults })
  return ok({ subArea, building, staircase, room, floor, ...area, person })
}

type Bad = (field: RollField, code: RollFaultCode) => null

const floorIn = (text: string, room: string, bad: Bad): number | null => {
  const said = /^(-?\d{1,3})\s*(?:楼|层|F)?$/i.exec(foldWidth(text).replace(/^B(?=\d)/i, '-'))?.[1]
  if (text !== '' && said === undefined) return bad('floor', 'floor-not-a-number')
  const derived = /^\D*(\d{1,2})\d\d\D*$/.exec(foldWidth(room))?.[1]
  const floor = Number(said ?? derived)
  if (Number.isNaN(floor)) return room === '' ? null : bad('floor', 'floor-missing')
  return floor >= floorBounds.from && floor <= floorBounds.to ? floor : bad('floor', 'floor-implausible')
}

const areaIn = (text: string, sourceText: string, bad: Bad) => {
  const floorAreaSource =
    sourceText === '' ? null : (floorAreaSourceOf(sourceText) ?? bad('areaSource', 'area-source-unknown'))
  if (text === '') {
    if (floorAreaSource !== null) bad('area', 'area-missing')
    return { floorAreaCm2: null, floorAreaSource: null }
  }
  const parts = /^(\d{1,7})(?:\.(\d{1,2})0*)?\s*(?:㎡|m²|m2|平方米|平米|平)?$/i.exec(
    foldWidth(text).replaceAll(',', ''),
  )
  if (parts === null) return bad('area', 'area-not-a-number')
  const floorAreaCm2 = (Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))) * 100
  const plausible = floorAreaCm2 >= areaBoundsCm2.from && floorAreaCm2 <= areaBoundsCm2.to
  return plausible ? { floorAreaCm2, floorAreaSource } : bad('area', 'area-implausible')
}

const personIn = (raw: RawRollRow, name: string, todayOn: DateOn, bad: Bad): RollRowPerson | null => {
  const [documentText, phoneText, tenureText] = [raw.documentNumber, raw.phone, raw.tenure].map(clean)
  if (name === '' && !documentText && !phoneText && !tenureText) return null
  if (name === '') bad('name', 'missing')
  const document = documentText ? documentIn(documentText, clean(raw.documentKind), todayOn, bad) : null
  const mobile = phoneText ? checkMobileNumber(phoneText) : null
  const phone = mobile === null ? null : mobile.ok ? mobile.value : bad('phone', mobile.violation.code)
  const tenure = tenureText ? (tenureOf(tenureText) ?? bad('tenure', 'tenure-unknown')) : null
  return { name, documentKind: document?.kind ?? null, documentNumber: document?.number ?? null, phone, tenure }
}

/** A spreadsheet that took the number for a quantity keeps 15 digits and shows 3.10113E+17. */
const lostDigits = /^\d(?:\.\d+)?E\+?1[67]$/i

const documentIn = (
  text: string,
  kindText: string,
  todayOn: DateOn,
  bad: Bad,
): { kind: DocumentKind; number: string } | null => {
  const kind = kindText === '' ? 'citizenId' : documentKindOf(kindText)
  if (kind === undefined) return bad('documentKind', 'document-kind-unknown')
  if (kind !== 'citizenId') {
    const travel = checkTravelDocument(kind, text)
    return travel.ok ? travel.value : bad('documentNumber', travel.violation.code)
  }
  if (lostDigits.test(text)) return bad('documentNumber', 'id-number-lost-digits')
  const checked = checkCitizenIdNumber(text, todayOn)
  return checked.ok ? { kind, number: checked.value.number } : bad('documentNumber', checked.violation.code)
}
