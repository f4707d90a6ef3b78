import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generated-files.ts'

for (const { path, make } of generatedFiles) {
  await writeFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), await make())
  console.log(`wrote ${path}`)
}
