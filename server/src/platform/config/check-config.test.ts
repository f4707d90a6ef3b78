import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkConfig, type Environment } from './check-config.ts'
import type { Config } from './config-types.ts'

const around = { workingFolder: '/srv/shequtong', hasFile: (path: string) => path === '/etc/shequtong/keys.json' }

const accepted = (env: Environment, args: readonly string[] = []): Config => {
  const checked = checkConfig(env, args, around)
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

const refusedNames = (env: Environment, args: readonly string[] = []): string[] => {
  const checked = checkConfig(env, args, around)
  assert.ok(!checked.ok, 'the configuration was accepted')
  for (const { words } of checked.violation.missing) assert.ok(words.zh !== '' && words.en !== '')
  return checked.violation.missing.map(({ name }) => name)
}

const production: Environment = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://shequtong:secret@db.internal/shequtong',
  PUBLIC_URL: 'https://shequtong.example.cn/',
  SECRETS_FILE: '/etc/shequtong/keys.json',
  SMS_URL: 'https://sms.example.cn/send',
  SMS_TOKEN: 'token',
}

test('a fresh clone needs no setting: demo, embedded database, port 3000, all parts', () => {
  const config = accepted({})
  assert.equal(config.mode, 'development')
  assert.equal(config.port, 3000)
  assert.equal(config.demo, true)
  assert.equal(config.dataDir, '/srv/shequtong/.data')
  assert.deepEqual(config.database, { kind: 'embedded', folder: '/srv/shequtong/.data/database' })
  assert.deepEqual([...config.parts], ['http', 'realtime', 'jobs'])
  assert.equal(config.secureCookies, false)
})

test('a complete production starts without demo, with secure cookies and an address without trailing slash', () => {
  const config = accepted(production)
  assert.equal(config.demo, false)
  assert.equal(config.secureCookies, true)
  assert.equal(config.publicUrl, 'https://shequtong.example.cn')
  assert.equal(config.secretsFile, '/etc/shequtong/keys.json')
})

test('a server on an external database logs in as the user that is named, or as one of its own kept beside its data', () => {
  const owner = { kind: 'external', url: production.DATABASE_URL }
  const loginFile = '/srv/shequtong/.data/database-login.json'
  assert.deepEqual(accepted(production).database, { ...owner, appUrl: undefined, loginFile })
  const appUrl = 'postgresql://server:secret@db.internal/shequtong'
  assert.deepEqual(accepted({ ...production, DATABASE_APP_URL: appUrl }).database, { ...owner, appUrl, loginFile })
  assert.deepEqual(refusedNames({ ...production, DATABASE_APP_URL: 'mysql://x' }), ['DATABASE_APP_URL'])
  assert.deepEqual(refusedNames({ DATABASE_APP_URL: appUrl }), ['DATABASE_URL'])
})

test('an empty production is told everything that is missing in one go', () => {
  assert.deepEqual(refusedNames({ NODE_ENV: 'production' }), ['DATABASE_URL', 'PUBLIC_URL', 'SECRETS_FILE', 'SMS_URL'])
})

test('production refuses each single thing that would endanger residents', () => {
  assert.deepEqual(refusedNames({ ...production, DEMO: 'on' }), ['DEMO'])
  assert.deepEqual(refusedNames(production, ['--demo=on']), ['DEMO'])
  assert.deepEqual(refusedNames({ ...production, DATABASE_URL: undefined }), ['DATABASE_URL'])
  assert.deepEqual(refusedNames({ ...production, PUBLIC_URL: 'http://shequtong.example.cn' }), ['PUBLIC_URL'])
  assert.deepEqual(refusedNames({ ...production, SECRETS_FILE: undefined }), ['SECRETS_FILE'])
  assert.deepEqual(refusedNames({ ...production, SECRETS_FILE: '/etc/shequtong/absent.json' }), ['SECRETS_FILE'])
  assert.deepEqual(refusedNames({ ...production, SMS_URL: undefined }), ['SMS_URL'])
  assert.deepEqual(refusedNames({ ...production, SMS_TOKEN: undefined }), ['SMS_TOKEN'])
})

test('production refuses the keys that development made inside the data folder', () => {
  const hasFile = () => true
  const inside = { ...production, DATA_DIR: '/var/lib/shequtong', SECRETS_FILE: '/var/lib/shequtong/secrets.json' }
  const checked = checkConfig(inside, [], { ...around, hasFile })
  assert.ok(!checked.ok)
  assert.deepEqual(
    checked.violation.missing.map(({ name }) => name),
    ['SECRETS_FILE'],
  )
  const beside = { ...inside, SECRETS_FILE: '/var/lib/shequtong-keys/secrets.json' }
  assert.ok(checkConfig(beside, [], { ...around, hasFile }).ok)
})

test('production takes the embedded database only when told so', () => {
  const embedded = { ...production, DATABASE_URL: undefined }
  assert.deepEqual(refusedNames({ ...embedded, ALLOW_EMBEDDED_DATABASE: 'perhaps' }), ['DATABASE_URL'])
  assert.equal(accepted({ ...embedded, ALLOW_EMBEDDED_DATABASE: '1' }).database.kind, 'embedded')
})

test('WeChat alone is a way in; half of it is none', () => {
  const wechat = { ...production, SMS_URL: undefined, WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' }
  assert.equal(accepted(wechat).wechat?.apiUrl, 'https://api.weixin.qq.com')
  assert.deepEqual(refusedNames({ ...wechat, WECHAT_APP_SECRET: '' }), ['WECHAT_APP_SECRET', 'SMS_URL'])
})

test('the public address is scheme, host and port: what stands behind it would stand in every QR code', () => {
  assert.equal(accepted({ PUBLIC_URL: 'https://x.example.cn:8443/' }).publicUrl, 'https://x.example.cn:8443')
  for (const PUBLIC_URL of ['https://x.cn/app', 'https://x.cn/?a=b', 'https://x.cn/#a', 'https://wu:pw@x.cn'])
    assert.deepEqual(refusedNames({ ...production, PUBLIC_URL }), ['PUBLIC_URL'])
})

test('proxies are believed by address or network; without a word the private networks are', () => {
  assert.ok(accepted(production).trustedProxies.includes('10.0.0.0/8'))
  const TRUSTED_PROXIES = '203.0.113.7, 2001:db8::/32'
  assert.deepEqual(accepted({ TRUSTED_PROXIES }).trustedProxies, ['203.0.113.7', '2001:db8::/32'])
  for (const wrong of ['true', '*', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0/8', '1.2.3.4,', 'proxy.internal'])
    assert.deepEqual(refusedNames({ TRUSTED_PROXIES: wrong }), ['TRUSTED_PROXIES'])
})

test('a port is a whole number from 0 to 65535', () => {
  assert.equal(accepted({ PORT: '0' }).port, 0)
  assert.equal(accepted({ PORT: '65535' }).port, 65535)
  for (const PORT of ['65536', '-1', '80.5', '0x50', 'web']) assert.deepEqual(refusedNames({ PORT }), ['PORT'])
})

test('a process runs the parts that it is told to run, and a part that does not exist is refused', () => {
  assert.deepEqual([...accepted({}, ['--parts=jobs,http']).parts], ['http', 'jobs'])
  assert.deepEqual(refusedNames({}, ['--parts=http,chat']), ['--parts'])
  assert.deepEqual(refusedNames({}, ['--parts=']), ['--parts'])
})

test('malformed values are refused by name, all at once, also outside production', () => {
  const env = {
    NODE_ENV: 'prod',
    DATABASE_URL: 'mysql://x',
    PUBLIC_URL: 'shequtong.cn',
    DEMO: 'maybe',
    SMS_URL: 'ftp://x',
  }
  assert.deepEqual(refusedNames(env).sort(), ['DATABASE_URL', 'DEMO', 'NODE_ENV', 'PUBLIC_URL', 'SMS_URL'])
})
