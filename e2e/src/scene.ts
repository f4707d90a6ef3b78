import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openStage, type Stage } from './stage.ts'

const photograph = async (stage: Stage): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-scene-'))
  for (const [at, persona] of stage.cast.entries())
    await persona.page
      .screenshot({ path: join(folder, `${at + 1}-${persona.name}.png`), timeout: 5_000 })
      .catch(() => undefined)
  return folder
}

/** Plays scenes on one stage, one after another; each begins with nobody on it, and a failed one leaves pictures. */
export const playScenes = (): { readonly scene: (title: string, play: (stage: Stage) => Promise<void>) => void } => {
  let stage: Stage | undefined
  before(async () => {
    stage = await openStage()
  })
  after(() => stage?.close())
  const scene = (title: string, play: (stage: Stage) => Promise<void>): void => {
    test(title, async () => {
      if (stage === undefined) throw new Error('the stage did not open')
      try {
        await play(stage)
        for (const persona of stage.cast) persona.assertUnharmed()
      } catch (error) {
        throw new Error(`${title}\nscreenshots: ${await photograph(stage)}`, { cause: error })
      } finally {
        await stage.clear()
      }
    })
  }
  return { scene }
}
