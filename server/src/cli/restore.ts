import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restore } from './backup/restore.ts'
import { runTool, type Tool } from './open-tool.ts'

const usage = `restore FOLDER [--erasures NEWER_BACKUP]
    把备份恢复到空的数据库和空的 DATA_DIR；密钥文件须先放好 · into an empty database and DATA_DIR; put the key ring there first
    --erasures  备份之后又有人注销时，指向更新的一份备份，照它再次删除
                a later backup, whose erasures of persons are done again on this older one`

const parse = (words: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { erasures: { type: 'string' } },
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) return undefined
    return { folder: resolve(folder), newer: values.erasures === undefined ? undefined : resolve(values.erasures) }
  } catch {
    return undefined
  }
}

const run = async ({ config, database, words, print }: Tool): Promise<number> => {
  const given = parse(words)
  if (given === undefined) {
    print(usage)
    return 2
  }
  const target = {
    ownerPool: database.ownerPool,
    photosFolder: join(config.dataDir, 'photos'),
    ringPath: config.secretsFile,
  }
  const { manifest, rows, erasedAgain } = await restore(target, given.folder, given.newer)
  print(
    `已恢复 ${manifest.createdAt} 的备份：${rows} 行，${manifest.photos.count} 个照片文件，再次注销 ${erasedAgain} 人。`,
  )
  print(
    `Restored the backup of ${manifest.createdAt}: ${rows} rows, ${manifest.photos.count} photo files, ${erasedAgain} persons erased again.`,
  )
  return 0
}

// the tables are made by the restore: of the schema that the backup has, and then brought up to date
await runTool(run, { migrated: false })
