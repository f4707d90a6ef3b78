import type { Hat } from './hats.ts'

/**
 * Whether `hat` may open the command center of the district: its own district officer and nobody else.
 * Whoever may not must not learn that the district exists.
 */
export const mayViewDistrict = (hat: Hat | undefined, districtId: number): boolean =>
  hat?.type === 'role' && hat.role === 'districtOfficer' && hat.level === 'district' && hat.territoryId === districtId

/** Whether `hat` may open the page of the subdistrict: its own officer, and the officer of the district above it. */
export const mayViewSubdistrict = (
  hat: Hat | undefined,
  subdistrict: { readonly subdistrictId: number; readonly districtId: number },
): boolean =>
  mayViewDistrict(hat, subdistrict.districtId) ||
  (hat?.type === 'role' &&
    hat.role === 'subdistrictOfficer' &&
    hat.level === 'subdistrict' &&
    hat.territoryId === subdistrict.subdistrictId)
