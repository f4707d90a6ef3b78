import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'

const repository = new URL('../../../', import.meta.url)
const manual = await readFile(new URL('docs/operations.md', repository), 'utf8')

describe('the operator’s manual', () => {
  it('names every variable that the configuration reads', async () => {
    const folder = new URL('server/src/platform/config/', repository)
    const files = (await readdir(folder)).filter((file) => !file.endsWith('.test.ts'))
    const source = (await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))).join('\n')
    const read = [...source.matchAll(/(?:get\(|\bread, )'([A-Z_]+)'/g)].map(([, name]) => name ?? '')
    assert.ok(read.length > 10, `${read.length} variables found`)
    assert.deepEqual(
      [...new Set(read)].filter((name) => !manual.includes(`\`${name}\``)),
      [],
    )
  })

  it('names every program of this folder, and package.json runs each', async () => {
    const { scripts } = JSON.parse(await readFile(new URL('package.json', repository), 'utf8')) as {
      scripts: Record<string, string>
    }
    for (const tool of ['admin', 'territory', 'roll', 'rollups', 'keys', 'search', 'backup', 'restore']) {
      assert.ok(manual.includes(`npm run ${tool} -- `), tool)
      assert.equal(scripts[tool], `node scripts/run.mjs server/src/cli/${tool}.ts`)
    }
  })
})

describe('the manual in Chinese', () => {
  const facts = (text: string) => ({
    headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
    commands: [...text.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, commands]) => commands),
    variables: [...new Set([...text.matchAll(/`([A-Z][A-Z_]{3,})`/g)].map(([, name]) => name))].sort(),
    tools: [...new Set([...text.matchAll(/`(npm [^`]+)`/g)].map(([, tool]) => tool))].sort(),
    series: [...new Set([...text.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, name]) => name))].sort(),
    rows: [...text.matchAll(/^\| .* \|$/gm)].length,
    dates: [...text.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([date]) => date),
  })

  it('has the same headings, commands, variables, tables and dates as the English one', async () => {
    const chinese = await readFile(new URL('docs/operations.zh-CN.md', repository), 'utf8')
    const told = facts(manual)
    assert.ok(told.headings.length > 10 && told.commands.length >= 2 && told.variables.length > 10)
    assert.deepEqual(facts(chinese), told)
  })
})
