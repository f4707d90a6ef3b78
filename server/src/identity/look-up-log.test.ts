import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import type { IdentityField } from '@shequtong/domain/identity/identity-fields'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { keyRingOf } from '../platform/crypto/key-ring.ts'
import { generateKeyRing } from '../platform/crypto/key-ring-file.ts'
import { citizenId, rollEntry, wu, wuPhone } from './test-persons.ts'
import { createVault } from './vault.ts'

const now = new Date('2026-03-01T02:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const vault = createVault(keyRingOf(generateKeyRing('aes-256-gcm/sha-256', now)))
const sun = {
  personId: randomUUID(),
  asRole: 'committeeDirector',
  communityId: 9,
  reason: '约卢阿姨见面，先打电话',
  now,
}
let database: TestDatabase
let wuId: string
before(async () => {
  database = await createTestDatabase()
  wuId = randomUUID()
  await vault.putIdentity(database.programPool, wuId, wu, now)
  await vault.putPhone(database.programPool, wuId, wuPhone, now)
})
after(() => database.drop())

const newest = { before: null, limit: 50 }
const count = async () => (await vault.lookUpsAbout(database.programPool, wuId, newest)).length

describe('孙主任 looks at a real identity', () => {
  it('sees the fields asked for and no other, and 吴女士 sees who, as what, what, why and when', async () => {
    const revealed = await vault.reveal(database.programPool, wuId, ['trueName', 'phone'], sun)
    assert.ok(revealed.ok)
    assert.deepEqual(revealed.value.values, { trueName: wu.trueName, phone: wuPhone })
    assert.deepEqual(await vault.lookUpsAbout(database.programPool, wuId, newest), [
      {
        lookUpId: revealed.value.lookUpId,
        lookedByPersonId: sun.personId,
        asRole: 'committeeDirector',
        communityId: 9,
        occasion: 'screen',
        fields: ['trueName', 'phone'],
        reason: sun.reason,
        lookedAt: now,
      },
    ])
  })

  it('gets ciphers of no other field, even past the typed door', async () => {
    const { rows } = await database.programPool.query(
      `select * from identity.reveal($1, '{phone}', $2, 'x', 9, '打电话约时间', $3)`,
      [wuId, sun.personId, later(1)],
    )
    const { phone_cipher: phone, look_up_id: id, ...others } = rows[0]
    assert.ok(phone instanceof Buffer && typeof id === 'string')
    assert.ok(Object.values(others).every((value) => value === null))
  })

  it('without a real reason is refused, sees nothing and leaves no line', async () => {
    const linesBefore = await count()
    for (const reason of ['', '   看看   ', '\u3000\u3000\u3000\u3000', '三个字']) {
      const outcome = await vault.reveal(database.programPool, wuId, ['phone'], { ...sun, reason })
      assert.deepEqual(outcome, { ok: false, violation: { code: 'reason-too-short' } })
      await assert.rejects(
        database.programPool.query(`select * from identity.reveal($1, '{phone}', $2, 'x', 9, $3, now())`, [
          wuId,
          sun.personId,
          reason,
        ]),
        { code: '23514', constraint: 'look_ups_reason_check' },
      )
    }
    assert.equal(await count(), linesBefore)
  })

  it('cannot ask for a field that does not exist, or for none', async () => {
    for (const fields of [['openid'], []]) {
      const outcome = await vault.reveal(database.programPool, wuId, fields as IdentityField[], sun)
      assert.deepEqual(outcome, { ok: false, violation: { code: 'unknown-field' } })
      await assert.rejects(
        database.programPool.query(`select * from identity.reveal($1, $2, $3, 'x', 9, '打电话约时间', now())`, [
          wuId,
          fields,
          sun.personId,
        ]),
        { code: '23514' },
      )
    }
  })

  it('leaves a line that nobody can change or delete, not even the owner or the vault itself', async () => {
    for (const role of ['shequtong_vault', 'none'])
      for (const sql of [
        `update identity.look_ups set reason = '没有看过'`,
        'delete from identity.look_ups',
        'truncate identity.look_ups',
      ]) {
        const client = await database.ownerPool.connect()
        await client.query(`set role ${role}`)
        await assert.rejects(client.query(sql), { code: '42501' }, `${role}: ${sql}`)
        await client.query('reset role')
        client.release()
      }
  })
})

describe('谁看过我的信息', () => {
  it('goes through many lines page by page, newest first, none twice, also those of the same instant', async () => {
    const personId = randomUUID()
    for (let n = 0; n < 7; n += 1)
      await vault.reveal(database.programPool, personId, ['phone'], { ...sun, now: later(n < 4 ? 5 : n) })
    const seen: string[] = []
    let page = await vault.lookUpsAbout(database.programPool, personId, { before: null, limit: 3 })
    while (page.length > 0) {
      seen.push(...page.map(({ lookUpId }) => lookUpId))
      const before = page.at(-1) ?? null
      page = await vault.lookUpsAbout(database.programPool, personId, { before, limit: 3 })
    }
    assert.equal(seen.length, 7)
    assert.equal(new Set(seen).size, 7)
  })

  it('holds exports and what was shown beside a name, one line for each person on the list', async () => {
    const others = [randomUUID(), randomUUID()]
    const qin = { ...sun, asRole: 'subdistrictOfficer', occasion: 'export' as const, reason: '核对36号楼的票册' }
    const written = await vault.recordLookUps(database.programPool, others, ['dwelling', 'ageBand'], qin)
    assert.deepEqual(written, { ok: true, value: 2 })
    const [line] = await vault.lookUpsAbout(database.programPool, others[1] ?? '', newest)
    assert.equal(line?.occasion, 'export')
    assert.deepEqual(line?.fields, ['dwelling', 'ageBand'])
  })

  it('shows look-ups of a roll row from before the person registered, and after', async () => {
    const entry = rollEntry(777)
    await vault.putRollEntries(database.programPool, 9, [entry])
    const looker = { ...sun, occasion: 'screen' as const }
    const early = await vault.revealRollEntries(database.programPool, 9, [entry.entryId], ['phone'], looker)
    assert.ok(early.ok)
    assert.deepEqual(early.value[0]?.values, { phone: entry.phone })
    const personId = randomUUID()
    await vault.putIdentity(database.programPool, personId, { ...wu, documentNumber: citizenId(777) }, now)
    assert.equal((await vault.lookUpsAbout(database.programPool, personId, newest)).length, 1)
    await vault.revealRollEntries(database.programPool, 9, [entry.entryId], ['trueName'], { ...looker, now: later(9) })
    const lines = await vault.lookUpsAbout(database.programPool, personId, newest)
    assert.deepEqual(
      lines.map(({ fields }) => fields),
      [['trueName'], ['phone']],
    )
  })
})
