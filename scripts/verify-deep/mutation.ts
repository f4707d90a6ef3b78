import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { randomFor } from '@shequtong/worlds/random'
import { repository, runNode } from '../program.ts'
import { apply, type Mutant, readMutants } from './mutants.ts'

export interface MutationResult {
  readonly possible: number
  readonly tried: number
  readonly killed: number
  readonly survivors: readonly Mutant[]
}

/** A mutant that never ends is one that the tests noticed. */
const testTimeoutMs = 20_000

/**
 * Changes one place of domain/src at a time, in a copy, and runs the tests of its folder, then all of the domain's: a
 * mutant that they all pass survived. `atMost` of all possible ones, drawn by `seed`.
 */
export const runMutation = async (atMost: number, seed: string): Promise<MutationResult> => {
  const copy = join(repository, '.cache', `mutation-${process.pid}`)
  await mkdir(copy, { recursive: true })
  try {
    await cp(join(repository, 'domain'), copy, { recursive: true })
    const mutants: Mutant[] = []
    for await (const file of glob('src/**/*.ts', { cwd: copy }))
      if (!basename(file).endsWith('.test.ts')) mutants.push(...(await readMutants(join(copy, file))))
    const passes = async (folder: string): Promise<boolean> => {
      const { code } = await runNode(
        [
          '--test',
          '--test-isolation=none',
          `--test-timeout=${testTimeoutMs}`,
          '--test-force-exit',
          join(folder, '**/*.test.ts'),
        ],
        { output: 'keep' },
      )
      return code === 0
    }
    if (!(await passes(join(copy, 'src')))) throw new Error('the tests of the domain fail without any mutant')
    const chosen = randomFor(seed).shuffled(mutants).slice(0, atMost)
    const survivors: Mutant[] = []
    for (const [n, mutant] of chosen.entries()) {
      const text = await readFile(mutant.file, 'utf8')
      await writeFile(mutant.file, apply(text, mutant))
      const survived = (await passes(dirname(mutant.file))) && (await passes(join(copy, 'src')))
      await writeFile(mutant.file, text)
      if (survived) survivors.push({ ...mutant, file: `domain${mutant.file.slice(copy.length)}` })
      if ((n + 1) % 20 === 0) console.log(`mutation: ${n + 1} of ${chosen.length}, ${survivors.length} survived`)
    }
    return { possible: mutants.length, tried: chosen.length, killed: chosen.length - survivors.length, survivors }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}
