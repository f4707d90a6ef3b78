import * as z from 'zod'
import { act, Words } from './service-requests.ts'

export const acceptHandOver = act(
  'accept-hand-over',
  'serviceRequest.answer',
  'Somebody of the role it was offered to takes it, on the clock as it stands',
  z.strictObject({}),
  ['transition-refused', 'rule-refused'],
)
export const returnHandOver = act(
  'return-hand-over',
  'serviceRequest.answer',
  'Declined by the role it was offered to, or taken back by whoever has it in hand',
  z.strictObject({ reason: Words }),
  ['transition-refused', 'rule-refused'],
)
