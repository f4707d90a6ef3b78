import type { OfficerRow } from '@shequtong/contract/command-center'
import type { Role } from '@shequtong/domain/roles/roles'

/** Which office is to answer: the level it was reported up to, else the office of the role that has it in hand. */
export const withWhom = (
  row: Pick<OfficerRow, 'level' | 'responsibleRole'>,
  office: Readonly<Record<Role, string>>,
): string =>
  row.level === 'community'
    ? office[row.responsibleRole]
    : office[row.level === 'subdistrict' ? 'subdistrictOfficer' : 'districtOfficer']
