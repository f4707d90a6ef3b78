import { ok, type Result, refused } from '../result.ts'
import { bidiCharacter, controlCharacter, countCodePoints, invisibleCharacters } from '../text/characters.ts'
import { findPersonalData } from '../text/personal-data.ts'

export const roleNameMinCodePoints = 2
export const roleNameMaxCodePoints = 16

export interface RoleNameViolation {
  readonly code: 'role-name-length' | 'role-name-characters' | 'role-name-personal-data'
}

const hidden = new RegExp(invisibleCharacters.source)

/**
 * What neighbours read beside the words of an office: 孙主任, 友谊路街道 王科长. NFC, single spaces, 2 to 16 code points with at
 * least one letter. Unlike a member's shown name it may carry the words of an office, for a grant is what stands behind it.
 * Refuses control, direction and invisible characters, ID and phone numbers (个人信息保护法 art. 25).
 */
export const checkRoleName = (text: string): Result<string, RoleNameViolation> => {
  const name = text
    .normalize('NFC')
    .replace(/[ \u3000]+/g, ' ')
    .trim()
  const unreadable =
    !name.isWellFormed() || controlCharacter.test(name) || bidiCharacter.test(name) || hidden.test(name)
  if (unreadable || /[\t\r\n]/.test(name)) return refused({ code: 'role-name-characters' })
  const length = countCodePoints(name)
  if (length < roleNameMinCodePoints || length > roleNameMaxCodePoints) return refused({ code: 'role-name-length' })
  if (!/\p{L}/u.test(name)) return refused({ code: 'role-name-characters' })
  if (findPersonalData(name).length > 0) return refused({ code: 'role-name-personal-data' })
  return ok(name)
}
