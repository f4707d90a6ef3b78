// usage: build-web-program.ts WEB_FOLDER OUT_FOLDER. Errors go to stderr.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compressBelow } from './compress.ts'

interface Vite {
  readonly build: (options: object) => Promise<unknown>
}

const [web = '', outDir = ''] = process.argv.slice(2)
// the builder belongs to the web workspace, which the server does not depend on
const path = createRequire(join(web, 'package.json')).resolve('vite')
const vite = (await import(pathToFileURL(path).href)) as Vite
await vite.build({ root: web, mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } })
await compressBelow(outDir)
