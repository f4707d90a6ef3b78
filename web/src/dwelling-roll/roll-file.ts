const csv = 'text/csv'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The contract's bound: what is larger is not sent first to be refused. */
export const rollFileMaxBytes = 10_000_000

/** A file as chosen, held in memory: a spreadsheet program may save over it while its dry run is read. */
export interface RollFile {
  readonly name: string
  readonly blob: Blob
}

/** PK: what every XLSX begins with. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** By what is inside: systems call a CSV anything from nothing to application/vnd.ms-excel. */
export const rollTypeOf = (start: Uint8Array): typeof csv | typeof xlsx => (isZip(start) ? xlsx : csv)

/** Rejects when the file is gone by now. */
export const holdRollFile = async (file: File): Promise<RollFile> => {
  const bytes = await file.arrayBuffer()
  return {
    name: file.name,
    blob: new Blob([bytes], { type: rollTypeOf(new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))) }),
  }
}
