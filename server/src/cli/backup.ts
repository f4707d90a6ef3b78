import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from './backup/back-up.ts'
import { runTool, type Tool } from './open-tool.ts'

const usage = `backup FOLDER [--with-keys]
    把数据库和照片一致地备份到一个新文件夹，服务器可以照常运行 · a consistent backup while the server runs
    --with-keys  连同密钥文件；默认不含 · the key ring too; by default it is not in it`

const parse = (words: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'with-keys': { type: 'boolean', default: false } },
    })
    const [folder, ...more] = positionals
    return folder === undefined || more.length > 0
      ? undefined
      : { folder: resolve(folder), withKeys: values['with-keys'] }
  } catch {
    return undefined
  }
}

const run = async ({ config, database, words, now, print }: Tool): Promise<number> => {
  const given = parse(words)
  if (given === undefined) {
    print(usage)
    return 2
  }
  const { folder, withKeys } = given
  const { ownerPool, serverVersion } = database
  const photosFolder = join(config.dataDir, 'photos')
  const manifest = await backUp({ ownerPool, serverVersion, photosFolder, ringPath: config.secretsFile, now }, folder, {
    withKeys,
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  print(`已备份到 ${folder}：${manifest.tables.length} 张表，${rows} 行，${manifest.photos.count} 个照片文件。`)
  print(`Backed up to ${folder}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.photos.count} photo files.`)
  print(
    withKeys
      ? '密钥也在里面：谁拿到它就能读出真名和电话，请像密钥一样保管 · The keys are in it: keep it as you keep them.'
      : `密钥不在里面；没有 ${config.secretsFile} 就读不出真名和电话，请另外保管 · The keys are not in it: keep that file apart.`,
  )
  return 0
}

// a backup is taken before an upgrade too: the tables are copied as they are
await runTool(run, { migrated: false })
