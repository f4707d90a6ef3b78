// Runs one of the project's TypeScript programs on Node 24 or newer, or says in one sentence what is missing.
// Plain JavaScript that also old versions of Node can read: it is what speaks when the right one is absent.
import module from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
const major = Number(process.versions.node.split('.')[0])
if (major < needed) {
  console.error(
    `社区通 needs Node.js ${needed} or newer and found ${process.versions.node}. ` +
      `"npm install" brings one for Linux (glibc), Windows and macOS; it was not installed here ` +
      `(other platform, or "npm install --omit=optional"). Install Node.js ${needed} and try again.`,
  )
  process.exit(1)
}
const program = process.argv[2]
if (program === undefined) {
  console.error('usage: node scripts/run.mjs PROGRAM.ts [ARGUMENT ...]')
  process.exit(2)
}
// what was read and compiled once is not read again at the next start
module.enableCompileCache?.(fileURLToPath(new URL('../.cache/compiled/', import.meta.url)))
process.argv.splice(1, 2, resolve(program))
await import(pathToFileURL(resolve(program)).href)
