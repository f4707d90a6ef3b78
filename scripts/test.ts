// npm test [-- PATH ...]: all suites, or those whose path contains one of the words given.
import { access, glob, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWebIfStale } from '../server/src/start/build-web.ts'
import { unreached } from '../server/test/architecture/outcomes.ts'
import { startTestCluster } from '../server/test/support/test-cluster.ts'
import { readReached } from '../server/test/support/witness.ts'
import { repository, runNode } from './program.ts'

/** Scenes come first: they take longest, and three run side by side with everything else behind them, because each waits half of its time. */
const suites = [
  'e2e/{scenes,src}/**/*.test.ts',
  'server/{src,test}/**/*.test.ts',
  'worlds/src/**/*.test.ts',
  'bench/src/**/*.test.ts',
  'contract/src/**/*.test.ts',
  'web/src/**/*.test.ts',
  'domain/src/**/*.test.ts',
  'scripts/**/*.test.ts',
]

const findFiles = async (words: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const suite of suites) {
    const paths: string[] = []
    for await (const path of glob(suite, { cwd: repository })) paths.push(path.replaceAll('\\', '/'))
    found.push(...paths.sort())
  }
  return found.filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
}

interface ChromiumFinder {
  /** CHROMIUM_PATH, Debian's, or the one of @sparticuz/chromium; refuses in a sentence when none of them starts. */
  readonly findChromium: () => Promise<string>
}

/** What scenes need before the first of them starts: the web app built, and one browser for all. */
const prepareScenes = async (): Promise<Record<string, string>> => {
  await buildWebIfStale()
  const finder = new URL('../e2e/src/chromium.ts', import.meta.url)
  const hasFinder = await access(finder).then(
    () => true,
    () => false,
  )
  if (!hasFinder) return {}
  const { findChromium } = (await import(finder.href)) as ChromiumFinder
  return { CHROMIUM_PATH: await findChromium() }
}

/** Outcomes that the contract promises and nothing in this run brought about. */
const reportUnreached = (folder: string): boolean => {
  const missing = unreached(readReached(folder))
  if (missing.length === 0) return true
  console.error(`\n✖ ${missing.length} outcomes stand in the contract and no test reached them:`)
  for (const pair of missing) console.error(`  ${pair}`)
  return false
}

const run = async (words: readonly string[]): Promise<number> => {
  const files = await findFiles(words)
  if (files.length === 0) {
    console.error(`no test file has ${words.join(' or ')} in its path`)
    return 2
  }
  const notes = await mkdtemp(join(tmpdir(), 'shequtong-notes-'))
  const reached = join(notes, 'reached')
  await mkdir(reached)
  let interrupted = false
  const finishFirst = () => {
    interrupted = true
  }
  process.on('SIGINT', finishFirst).on('SIGTERM', finishFirst)
  const cluster = await startTestCluster()
  try {
    const browser = files.some((path) => path.startsWith('e2e/')) ? await prepareScenes() : {}
    if (interrupted) return 130
    const { code } = await runNode(
      ['--test', '--test-reporter=spec', '--test-concurrency=3', '--test-timeout=300000', ...files],
      {
        output: 'show',
        env: {
          NODE_COMPILE_CACHE: join(repository, '.cache', 'compile'),
          SHEQUTONG_TEST_DATABASE_URL: cluster.url,
          SHEQUTONG_REACHED_DIR: reached,
          SHEQUTONG_EXAMINED_DIR: join(notes, 'examined'),
          ...browser,
        },
      },
    )
    return words.length === 0 && !reportUnreached(reached) ? code || 1 : code
  } finally {
    await cluster.stop()
    await rm(notes, { recursive: true, force: true })
  }
}

process.exitCode = await run(process.argv.slice(2))
