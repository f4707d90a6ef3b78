import { encode } from 'uqr'

/**
 * 132 mm at version 4 (33 modules) are 4 mm a module. A phone that photographs 3 m of wall on 3,000 pixels sees such a
 * module with 4 pixels; ISO/IEC 18004 readers need 2 to 3.
 */
export const qrSideMm = 132
/** ISO/IEC 18004, 6.3.8: four modules of white around. */
export const quietModules = 4
const minVersion = 4

/**
 * The dark modules of `url`, row by row. Level M (15 % may be hidden) or better. Up to 62 bytes of address fit the
 * 33 modules of version 4; a longer one takes smaller modules on the same square: 84 bytes 3.6 mm, read from 2.7 m.
 */
export const qrModules = (url: string): boolean[][] =>
  encode(url, { ecc: 'M', boostEcc: true, minVersion, border: 0 }).data

export const moduleMm = (modules: readonly unknown[]): number => qrSideMm / modules.length
