// Pictures for the README, out of the demo world as it stands at one fixed evening: the same sources give the same pictures.
/// <reference lib="dom" />
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeviceName } from '../e2e/src/devices.ts'
import type { Persona } from '../e2e/src/persona.ts'
import { smallPng } from '../e2e/src/photos.ts'
import { openStage, type Stage } from '../e2e/src/stage.ts'
import { startTestCluster } from '../server/test/support/test-cluster.ts'
import { repository } from './program.ts'

interface Picture {
  readonly file: string
  readonly as: string
  readonly device: DeviceName
  /** Where to look; the first line of a list that says `opens` is pressed then. */
  readonly path: string
  readonly opens?: string
}

const pictures: readonly Picture[] = [
  { file: 'home.png', as: 'wu', device: 'phone', path: '/home' },
  { file: 'thread.png', as: 'wu', device: 'phone', path: '/mine', opens: '92号楼北侧步道的三盏灯' },
  { file: 'inbox.png', as: 'guo', device: 'desk', path: '/', opens: '电梯的分摊表' },
  { file: 'command.png', as: 'du', device: 'desk', path: '/' },
]

const mostBytes = 150_000

/**
 * What is painted bit by bit, as answers come in, has other shades at its rounded corners than what is painted at once: the
 * page is hidden and painted anew.
 */
const paintAnew = ({ page }: Persona): Promise<void> =>
  page.evaluate(async () => {
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    document.documentElement.style.visibility = 'hidden'
    await frames()
    document.documentElement.style.visibility = ''
    await frames()
  })

const take = async (stage: Stage, { file, as, device, path, opens }: Picture, folder: string): Promise<void> => {
  const persona = await stage.enters(as, { as, device })
  await persona.opens(path)
  if (opens !== undefined) await persona.pressesLink(opens)
  await paintAnew(persona)
  const shown = await persona.page.screenshot({ animations: 'disabled', caret: 'hide' })
  const small = await smallPng(shown)
  if (small.length > mostBytes) throw new Error(`${file} has ${small.length} bytes, more than ${mostBytes}`)
  await writeFile(join(folder, file), small)
  console.log(`wrote docs/images/${file} (${Math.round(small.length / 1000)} kB)`)
  await stage.clear()
}

const folder = join(repository, 'docs', 'images')
await mkdir(folder, { recursive: true })
const cluster = await startTestCluster()
process.env.SHEQUTONG_TEST_DATABASE_URL = cluster.url
try {
  const stage = await openStage()
  try {
    for (const picture of pictures) await take(stage, picture, folder)
  } finally {
    await stage.close()
  }
} finally {
  await cluster.stop()
}
