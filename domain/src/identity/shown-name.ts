import { ok, type Result, refused } from '../result.ts'
import { bidiCharacter, controlCharacter, countCodePoints, foldWidth, invisibleCharacters } from '../text/characters.ts'
import { findPersonalData } from '../text/personal-data.ts'
import type { Sex } from './citizen-id-number.ts'
import { splitName } from './surnames.ts'

export const shownNameMinCodePoints = 2
export const shownNameMaxCodePoints = 16

export interface ShownNameViolation {
  readonly code:
    | 'shown-name-length'
    | 'shown-name-characters'
    | 'shown-name-personal-data'
    | 'shown-name-impersonates-office'
    | 'shown-name-other-building'
  /** The word of an office, or the building named. */
  readonly word?: string
}

/** How neighbours address each other at an age in completed years; the first entry whose bound is above it applies. */
const addresses: readonly { belowAgeYears: number; female: readonly string[]; male: readonly string[] }[] = [
  { belowAgeYears: 18, female: ['小*', '*同学'], male: ['小*', '*同学'] },
  { belowAgeYears: 35, female: ['*女士', '小*'], male: ['*先生', '小*'] },
  { belowAgeYears: 50, female: ['*女士', '*小姐'], male: ['*先生', '老*'] },
  { belowAgeYears: 65, female: ['*阿姨', '*女士'], male: ['*叔叔', '*先生'] },
  { belowAgeYears: Number.POSITIVE_INFINITY, female: ['*阿姨', '*女士'], male: ['*老伯', '*先生'] },
]

/** What goes before 女士: the surname, or of a name of another shape its first part. */
const callNameOf = (trueName: string): string =>
  splitName(trueName)?.surname ?? trueName.trim().split(/[·•・\s]/)[0] ?? ''

/**
 * Names to choose from, the most usual first, building first ("92号楼 吴女士"); each passes `checkShownName`. They show no more
 * than the surname. Empty when nothing fits, for example with a family name of 16 letters.
 */
export const suggestShownNames = (person: {
  readonly trueName: string
  readonly sex: Sex
  readonly ageYears: number
  readonly buildingName?: string | undefined
}): string[] => {
  const { trueName, sex, ageYears, buildingName } = person
  const called = callNameOf(trueName)
  const group = addresses.find(({ belowAgeYears }) => ageYears < belowAgeYears)
  const names = (group?.[sex] ?? []).map((pattern) => pattern.replace('*', () => called))
  const withBuilding = buildingName ? names.map((name) => `${buildingName} ${name}`) : []
  const good = [...withBuilding, ...names].flatMap((name) => {
    const checked = checkShownName(name, trueName, buildingName)
    return checked.ok ? [checked.value] : []
  })
  return [...new Set(good)]
}

/** Words by which only who holds the office may be called: the badge beside the name says it, and it is checked. */
const officeWords = (
  '书记 書記 主任 居委 村委 党委 党支部 党总支 支部 民警 警察 警官 辅警 公安 派出所 消防 政府 街道 城管 法官 法院 检察 ' +
  '市长 区长 镇长 村长 局长 处长 科长 部长 干部 网格员 网格长 楼组长 物业 业委会 家庭医生 管理员 官方 客服 社区通 系统'
).split(' ')

const impersonated = (text: string): string | undefined => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  return officeWords.find((word) => letters.includes(word))
}

/** The first building named in `name` whose number is not one of `buildingName`. */
const otherBuilding = (name: string, buildingName: string): string | undefined => {
  const ownNumbers: readonly string[] = buildingName.match(/\d+/g) ?? []
  const named = [...name.matchAll(/(\d+)\s*(?:号|幢|栋|座)楼?/g)]
  return named.find(([, number]) => number === undefined || !ownNumbers.includes(number))?.[0]
}

/**
 * A shown name as its owner chose it, NFC and with single spaces: 2 to 16 code points with at least one letter. The true name
 * may be shown, it is the owner's choice. Refuses control, direction and invisible characters, ID and phone numbers, the words
 * of an office (unless the person's own name or building contains them) and, where `buildingName` is given, another building.
 * Source: a role is shown by a verified badge only (mission, S03).
 */
export const checkShownName = (
  text: string,
  trueName: string,
  buildingName?: string,
): Result<string, ShownNameViolation> => {
  const name = text
    .normalize('NFC')
    .replace(/[ \u3000]+/g, ' ')
    .trim()
  const hidden = new RegExp(invisibleCharacters.source)
  if (!name.isWellFormed() || controlCharacter.test(name) || bidiCharacter.test(name) || hidden.test(name))
    return refused({ code: 'shown-name-characters' })
  if (/[\t\r\n]/.test(name) || (name !== '' && !/\p{L}/u.test(name))) return refused({ code: 'shown-name-characters' })
  const length = countCodePoints(name)
  if (length < shownNameMinCodePoints || length > shownNameMaxCodePoints) return refused({ code: 'shown-name-length' })
  if (findPersonalData(name).length > 0) return refused({ code: 'shown-name-personal-data' })
  const folded = foldWidth(name)
  const own = [trueName.trim(), foldWidth(buildingName ?? '').trim()].filter((part) => part !== '')
  const word = own
    .reduce((pieces, part) => pieces.flatMap((piece) => piece.split(part)), [folded])
    .map(impersonated)
    .find((found) => found !== undefined)
  if (word !== undefined) return refused({ code: 'shown-name-impersonates-office', word })
  const foreign = buildingName === undefined ? undefined : otherBuilding(folded, foldWidth(buildingName))
  if (foreign !== undefined) return refused({ code: 'shown-name-other-building', word: foreign })
  return ok(name)
}
