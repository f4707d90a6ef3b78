import { randomUUID } from 'node:crypto'
import { checkCharacterOf } from '@shequtong/domain/identity/citizen-id-number'
import type { DateOn } from '@shequtong/domain/time'
import type { Identity, RollEntry } from './vault-types.ts'

/** For tests of the vault: invented people of Baoshan, the n-th always the same. */
export const citizenId = (n: number): string => {
  const first17 = `31011319${String(10 + (n % 90))}0704${String(n % 1000).padStart(3, '0')}`
  return first17 + checkCharacterOf(first17)
}

export const wu: Identity = {
  trueName: '吴晓芸',
  documentKind: 'citizenId',
  documentNumber: citizenId(204),
  birthOn: '1934-07-04' as DateOn,
}

export const wuPhone = '+8613812346612'

export const rollEntry = (n: number, more: Partial<RollEntry> = {}): RollEntry => ({
  entryId: randomUUID(),
  name: `周立${String.fromCodePoint(0x4e00 + (n % 5000))}`,
  documentKind: null,
  documentNumber: citizenId(n),
  phone: `136${String(n).padStart(8, '0')}`,
  ...more,
})
