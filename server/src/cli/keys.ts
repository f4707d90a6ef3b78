import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runKeysCommand } from '../identity/keys-command.ts'
import { systemClock } from '../platform/clock.ts'
import { generateKeyRing, writeKeyRing } from '../platform/crypto/key-ring-file.ts'
import { openVault, runTool } from './open-tool.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Before the first production start: it wants the file of SECRETS_FILE to be there. Never replaces one. */
const make = async (file: string): Promise<number> => {
  const path = resolve(file)
  if (existsSync(path)) {
    say(`${path} 已经存在，没有改动 · is there already, nothing changed`)
    return 1
  }
  try {
    await writeKeyRing(path, generateKeyRing('aes-256-gcm/sha-256', systemClock.now()))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    say(`写不了 ${path}（${code}），请先建好文件夹 · cannot be written (${code}): make its folder first`)
    return 1
  }
  say(
    `已生成 ${path}：请另存一份，丢了就读不出真名和电话 · Made. Keep a copy apart: without it nobody can read names and phones.`,
  )
  return 0
}

const [verb, file, ...more] = process.argv.slice(2)
if (verb === 'make' && file !== undefined && more.length === 0) process.exitCode = await make(file)
else
  await runTool(async (tool) => {
    if (tool.words.length === 0)
      tool.print('keys make FILE              a new key ring, before the first production start')
    await openVault(tool)
    return runKeysCommand(tool.words, {
      ownerPool: tool.database.ownerPool,
      ringPath: tool.config.secretsFile,
      now: tool.now,
      print: tool.print,
    })
  })
