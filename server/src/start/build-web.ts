import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeDurably } from '../platform/files.ts'
import { StartRefusal } from '../platform/start-refusal.ts'

/** What the web app is made of, below the repository. */
const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'contract/src',
  'domain/src',
  'package-lock.json',
  'server/src/start/build-web-program.ts',
  'server/src/start/compress.ts',
]

const repository = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Builds the web app into web/dist unless what lies there was made from the same sources. An installation without the
 * sources takes what lies there. The old app stays in place until the new one is whole. Throws a StartRefusal when it
 * does not build.
 */
export const buildWebIfStale = async (root: string = repository): Promise<'fresh' | 'built'> => {
  const dist = join(root, 'web', 'dist')
  const mark = join(dist, '.built-from')
  const builtFrom = await readFile(mark, 'utf8').catch(() => undefined)
  if (builtFrom !== undefined && !(await exists(join(root, 'web', 'src')))) return 'fresh'
  const wanted = await hashOf(root)
  if (builtFrom === wanted) return 'fresh'
  const building = join(root, '.cache', `web-${process.pid}`)
  const old = `${building}-old`
  try {
    await build(root, building)
    await writeDurably(join(building, '.built-from'), wanted, 0o644)
    await rename(dist, old).catch(() => undefined)
    await rename(building, dist)
    return 'built'
  } finally {
    await rm(building, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** One digest of the names and contents of all sources; tests do not end up in the app. */
const hashOf = async (root: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const path of await filesBelow(root, source)) {
      const content = createHash('sha256')
        .update(await readFile(join(root, path)))
        .digest('hex')
      hash.update(`${path}\0${content}\n`)
    }
  }
  return hash.digest('hex')
}

/** A file is itself, a folder its files in a fixed order, what is missing nothing. Paths are relative to `root`. */
const filesBelow = async (root: string, path: string): Promise<string[]> => {
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (entries === undefined) return (await exists(join(root, path))) ? [path] : []
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .sort()
}

const buildProgram = fileURLToPath(new URL('./build-web-program.ts', import.meta.url))

/** In a process of its own: the builder's memory and its change of NODE_ENV end with it. */
const build = (root: string, outDir: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [buildProgram, join(root, 'web'), outDir], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(webNotBuilt(said))))
  })

const webNotBuilt = (said: string): StartRefusal =>
  new StartRefusal(
    'web-app-not-built',
    { zh: `网页没有构建成功：\n${said.trim()}\n`, en: `The web app could not be built:\n${said.trim()}\n` },
    {
      zh: '若缺少构建工具，请运行 npm install（不要加 --omit=dev）。',
      en: 'If the build tool is missing, run "npm install" (without --omit=dev).',
    },
  )
