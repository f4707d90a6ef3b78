// node scripts/run.mjs scripts/first-load.ts: what a phone loads before a resident sees the first page, compressed.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstLoadOf } from './first-load/files.ts'
import { repository } from './program.ts'

const maxScriptBytes = 100_000
const maxBytes = 130_000

const dist = join(repository, 'web/dist')
let scripts = 0
let all = 0
for (const path of await firstLoadOf(dist)) {
  const bytes = gzipSync(await readFile(join(dist, path)), { level: 9 }).length
  all += bytes
  if (path.endsWith('.js')) scripts += bytes
  console.log(`${String(bytes).padStart(8)}  ${path}`)
}
const fits = scripts <= maxScriptBytes && all <= maxBytes
console.log(
  `${(scripts / 1000).toFixed(1)} kB of JavaScript (at most 100), ${(all / 1000).toFixed(1)} kB in all (at most 130)`,
)
console.log(fits ? 'first load: ok' : 'first load: too large')
process.exitCode = fits ? 0 : 1
