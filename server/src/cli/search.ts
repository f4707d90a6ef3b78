import { rebuildSearch } from '../search/search-index.ts'
import { runTool } from './open-tool.ts'

const usage = `search rebuild
    重建搜索目录，不用停机 · makes the search index anew from what was said, while the server runs`

await runTool(async ({ words, database, print }) => {
  if (words.join(' ') !== 'rebuild') {
    print(usage)
    return 2
  }
  const subjects = await rebuildSearch(database.programPool)
  print(`${subjects} 件 · ${subjects} subjects`)
  return 0
})
