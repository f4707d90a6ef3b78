import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressible = /\.(?:html|js|css|svg|json|webmanifest)$/

/** A file that fits into one packet gains nothing. */
const leastBytes = 1_000

/** Puts `.gz` and `.br` beside every text file below `folder`, made once and as small as they get, for a server to send. */
export const compressBelow = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  for (const entry of entries.filter((one) => one.isFile() && compressible.test(one.name))) {
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path)
    if (content.length < leastBytes) continue
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
    await writeFile(
      `${path}.br`,
      await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    )
  }
}
