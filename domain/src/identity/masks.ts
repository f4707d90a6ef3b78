import { splitName } from './surnames.ts'

/**
 * An ID number as a list may show it to who may see that list: 310113********2047. Any other document keeps its first
 * and its last two characters; with fewer than six characters nothing is kept. Length stays.
 */
export const maskIdNumber = (number: string): string => {
  const [head, tail] = number.length === 18 ? [6, 4] : number.length < 6 ? [0, 0] : [1, 2]
  return number.slice(0, head) + '*'.repeat(number.length - head - tail) + number.slice(number.length - tail)
}

/** A mobile number (E.164 or eleven digits) as 138****6612; anything else becomes stars. */
export const maskPhone = (phone: string): string => {
  const digits = /^(?:\+86)?(\d{3})\d{4}(\d{4})$/.exec(phone)
  return digits === null ? '*'.repeat(phone.length) : `${digits[1]}****${digits[2]}`
}

/**
 * A true name as 李××: the surname and one × for each further character. A name of another shape keeps its first character
 * and always gets two ×, so that its length tells nothing.
 */
export const maskName = (trueName: string): string => {
  const name = splitName(trueName)
  if (name !== undefined) return name.surname + '×'.repeat([...name.givenName].length)
  const characters = [...trueName.trim()]
  return characters.length > 1 ? `${characters[0]}××` : '×'.repeat(characters.length)
}
