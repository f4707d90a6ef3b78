import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Config } from '../platform/config/config-types.ts'
import { writeDurably } from '../platform/files.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import { addressesOf } from './addresses.ts'
import { prepareDataFolder } from './data-folder.ts'
import { announceInstance, withdrawInstance } from './instance.ts'
import { openDatabase } from './open-database.ts'
import { checkPortFree, portToTake } from './port.ts'
import { createProgress } from './progress.ts'
import { describeRefusal, explainStartFailure } from './refusals.ts'
import { runningScreen, startScreen } from './screen.ts'

let dataDir = ''

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shequtong-start-'))
})

after(() => rm(dataDir, { recursive: true, force: true }))

const config = (): Config => ({
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  dataDir,
  database: { kind: 'embedded', folder: join(dataDir, 'database') },
  poolSize: 4,
  publicUrl: undefined,
  secureCookies: false,
  demo: true,
  parts: new Set(['http', 'realtime', 'jobs']),
  trustedProxies: [],
  smsUrl: undefined,
  smsToken: undefined,
  wechat: undefined,
  secretsFile: join(dataDir, 'secrets.json'),
})

test('a second start, whatever its parts, finds the address of the first; after the first has stopped it starts itself', async () => {
  const first = await openDatabase(config())
  assert.ok(first.kind === 'opened')
  const running = { pid: process.pid, addresses: ['http://localhost:3000'], startedAt: '2026-11-23T00:00:00Z' }
  await announceInstance(dataDir, first.instance, running)
  const second = await openDatabase({ ...config(), parts: new Set(['jobs']) })
  assert.ok(second.kind === 'running')
  assert.match(runningScreen(second.running), /已经在运行[\s\S]*http:\/\/localhost:3000/)
  await withdrawInstance(dataDir, first.instance)
  const waiting = openDatabase(config())
  await first.database.stop()
  const third = await waiting
  assert.equal(third.kind, 'opened')
  if (third.kind === 'opened') await third.database.stop()
})

test('an announcement left by a killed server does not keep the next one from starting', async () => {
  const running = { pid: process.pid, addresses: ['http://localhost:3000'], startedAt: '2026-11-23T00:00:00Z' }
  await announceInstance(dataDir, 'embedded', running)
  const opened = await openDatabase(config())
  assert.equal(opened.kind, 'opened')
  if (opened.kind === 'opened') await opened.database.stop()
})

test('a busy port is refused with a free one to choose', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  await assert.rejects(checkPortFree('127.0.0.1', port), (error) => {
    assert.ok(error instanceof StartRefusal)
    assert.equal(error.code, 'port-busy')
    const [, free] = /PORT=(\d+)/.exec(error.whatToDo.en) ?? []
    assert.ok(Number(free) > port)
    return true
  })
  await new Promise((resolve) => other.close(resolve))
  await checkPortFree('127.0.0.1', port)
})

test('a disk with less space than a database needs is refused before anything is written', async () => {
  await assert.rejects(prepareDataFolder(dataDir, Number.MAX_SAFE_INTEGER), (error) => {
    assert.ok(error instanceof StartRefusal)
    assert.match(describeRefusal(error), /磁盘已满[\s\S]*The disk is full/)
    return true
  })
  await prepareDataFolder(join(dataDir, 'new', 'folder'), 1)
})

test('a file, a link to nowhere or a name too long in the place of the data folder is refused with a sentence', async () => {
  const file = join(dataDir, 'a-file')
  const link = join(dataDir, 'a-link')
  await writeFile(file, '')
  await symlink(join(dataDir, 'nowhere'), link)
  for (const path of [file, join(file, 'below'), link, join(dataDir, 'x'.repeat(300))])
    await assert.rejects(prepareDataFolder(path, 1), (error) => {
      assert.ok(error instanceof StartRefusal)
      assert.equal(error.code, 'data-folder-impossible')
      return true
    })
})

test('any port, PORT=0, is a real one before the start gives away its address', async () => {
  const port = await portToTake('127.0.0.1', 0)
  assert.ok(port > 0)
  await checkPortFree('127.0.0.1', port)
  assert.equal(await portToTake('127.0.0.1', 3000), 3000)
  await assert.rejects(portToTake('203.0.113.1', 0), { code: 'host-unknown' })
})

test('what the operating system refuses becomes a sentence; a fault of the program does not', () => {
  const system = (code: string) => Object.assign(new Error(code), { code, path: '/data/x' })
  assert.equal(explainStartFailure(system('ENOSPC'), '/data')?.code, 'disk-full')
  assert.match(explainStartFailure(system('EACCES'), '/data')?.sentenceZh ?? '', /没有权限写入 \/data\/x/)
  assert.equal(explainStartFailure(new TypeError('x is not a function'), '/data'), undefined)
})

test('the progress lines count and say how long each step took, also the one that failed', async () => {
  let shown = ''
  const progress = createProgress(2, (text) => {
    shown += text
  })
  assert.equal(await progress.step('数据库', async () => 7), 7)
  await assert.rejects(progress.step('网页', () => Promise.reject(new Error('no'))))
  assert.match(shown, /^\[1\/2\] 数据库 … 0\.0 s\n\[2\/2\] 网页 … ✗\n$/)
})

test('the screen shows the addresses, a code for the phone and the personas under one another', () => {
  const addresses = { local: 'http://localhost:3000', network: ['http://192.168.1.5:3000'] }
  const personas = [
    { name: '吴女士', role: '宝山九村 居民' },
    { name: '郭书记群主', role: '宝山九村 书记' },
  ]
  const screen = startScreen({ addresses, personas, startedInMs: 4_321 })
  assert.match(screen, /4\.3 秒/)
  assert.match(screen, /http:\/\/localhost:3000\n[\s\S]*http:\/\/192\.168\.1\.5:3000/)
  assert.match(screen, /[█▀▄]{5}/)
  assert.match(screen, / {4}吴女士 {6}宝山九村 居民\n {4}郭书记群主 {2}宝山九村 书记/)
  const alone = startScreen({ addresses: { ...addresses, network: [] }, personas: [], startedInMs: 1 })
  assert.doesNotMatch(alone, /[█▀▄]|演示/)
})

test('a server that listens on this machine only offers no address to the phone', () => {
  assert.deepEqual(addressesOf('127.0.0.1', 80), { local: 'http://127.0.0.1:80', network: [] })
  assert.deepEqual(addressesOf('10.0.0.7', 80).network, ['http://10.0.0.7:80'])
  assert.equal(addressesOf('::', 80).local, 'http://localhost:80')
})

test('a file written durably is whole and private, and a write that fails leaves the old one and no scrap', async () => {
  const path = join(dataDir, 'note.json')
  await writeDurably(path, '一')
  assert.equal((await stat(path)).mode & 0o777, 0o600)
  const content = { toString: () => '二' } as unknown as string
  await assert.rejects(writeDurably(path, content))
  assert.equal(await readFile(path, 'utf8'), '一')
  assert.deepEqual(
    (await readdir(dataDir)).filter((name) => name.startsWith('.note')),
    [],
  )
})
