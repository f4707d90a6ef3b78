/** Who may look into a district or a subdistrict. */
export { districtFor, subdistrictFor } from './access.ts'
