import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { firstLoadOf } from './files.ts'

test('what the page names and what that imports counts, what waits behind import() and what is an icon does not', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'shequtong-load-'))
  try {
    await mkdir(join(dist, 'assets'))
    const files = {
      'index.html': `<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/assets/a.css">
        <script type="module" crossorigin src="/assets/a.js"></script><script src="https://elsewhere.example/x.js"></script>`,
      'assets/a.css': 'a{}',
      'assets/a.js': `import{x as y}from"./b.js";import"./c.js";const later=()=>import("./d.js");`,
      'assets/b.js': `export*from"./c.js";`,
      'assets/c.js': `export{};`,
    }
    for (const [path, text] of Object.entries(files)) await writeFile(join(dist, path), text)
    const expected = ['index.html', 'assets/a.css', 'assets/a.js', 'assets/b.js', 'assets/c.js']
    assert.deepEqual((await firstLoadOf(dist)).toSorted(), expected.toSorted())
  } finally {
    await rm(dist, { recursive: true, force: true })
  }
})
