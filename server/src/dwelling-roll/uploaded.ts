import { rollTypes } from '@shequtong/contract/dwelling-roll'
import { dateOnIn } from '@shequtong/domain/time'
import { Refusal } from '../platform/refusal.ts'
import { readRollApart } from './read-apart.ts'
import type { ReadRoll } from './read-roll.ts'

/** The roll in the body of a request; refuses what is no table of dwellings. */
export const uploadedRoll = async (body: unknown, now: Date): Promise<ReadRoll> => {
  if (!(body instanceof Buffer)) throw new Refusal('unsupported-media')
  const read = await readRollApart(body, dateOnIn(now))
  if (read.ok) return read.value
  const { code, fields = [] } = read.violation
  throw new Refusal('invalid-input', {
    errors: fields.length === 0 ? [{ pointer: '', code }] : fields.map((field) => ({ pointer: `/${field}`, code })),
  })
}

/** A photo sent to the roll's address was parsed as what it is; it is still no roll. */
export const isRollType = (contentType: string | undefined): boolean =>
  rollTypes.some((type) => contentType?.split(';')[0]?.trim().toLowerCase() === type)
