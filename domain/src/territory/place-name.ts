import { ok, type Result, refused } from '../result.ts'
import { bidiCharacter, controlCharacter, countCodePoints, invisibleCharacters } from '../text/characters.ts'

/** Three times the longest of Baoshan; a line of a poster. */
export const placeNameMaxCodePoints = 40

export interface PlaceNameViolation {
  readonly code: 'place-name-empty' | 'place-name-length' | 'place-name-characters'
}

const hidden = new RegExp(invisibleCharacters.source)

/**
 * The name of a district, subdistrict or community as an operator brings it: one line that everybody reads on posters and
 * screens. NFC, trimmed, 1 to 40 code points. Refuses control, direction and invisible characters and what is no text.
 */
export const checkPlaceName = (text: string): Result<string, PlaceNameViolation> => {
  const name = text.normalize('NFC').trim()
  if (name === '') return refused({ code: 'place-name-empty' })
  const unreadable =
    !name.isWellFormed() || controlCharacter.test(name) || bidiCharacter.test(name) || hidden.test(name)
  if (unreadable || /[\t\r\n]/.test(name)) return refused({ code: 'place-name-characters' })
  if (countCodePoints(name) > placeNameMaxCodePoints) return refused({ code: 'place-name-length' })
  return ok(name)
}
