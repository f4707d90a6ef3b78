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

/** The tests of the whole domain take a tenth of it. A mutant that makes them last longer, twice, is one that they noticed. */
const patienceMs = 30_000

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
      const run = () =>
        runNode(['--test', '--test-isolation=none', join(folder, '**/*.test.ts')], {
          output: 'keep',
          withinMs: patienceMs,
        })
      const first = await run()
      return (first.late ? await run() : first).code === 0
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
