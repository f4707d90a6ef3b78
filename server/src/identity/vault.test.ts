import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { keyRingOf } from '../platform/crypto/key-ring.ts'
import { generateKeyRing } from '../platform/crypto/key-ring-file.ts'
import { dbOver, transaction } from '../platform/database/db.ts'
import { citizenId, rollEntry, wu, wuPhone } from './test-persons.ts'
import { createVault } from './vault.ts'

const now = new Date('2026-03-01T02:00:00Z')
const ring = keyRingOf(generateKeyRing('aes-256-gcm/sha-256', now))
const vault = createVault(ring)
let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
})
after(() => database.drop())

const registered = async (identity = wu, phone = wuPhone): Promise<string> => {
  const personId = randomUUID()
  assert.ok((await vault.putIdentity(database.programPool, personId, identity, now)).ok)
  assert.ok((await vault.putPhone(database.programPool, personId, phone, now)).ok)
  return personId
}

let nextNumber = 300
const someone = () => {
  nextNumber += 1
  return {
    identity: { ...wu, documentNumber: citizenId(nextNumber) },
    phone: `+86139${String(nextNumber).padStart(8, '0')}`,
  }
}
const newcomer = async (): Promise<string> => {
  const { identity, phone } = someone()
  return registered(identity, phone)
}

describe('a person of the vault', () => {
  it('reads their own data, is found by phone and document however written, and leaves no plain text in the database', async () => {
    const personId = await registered()
    const client = dbOver(database.programPool)
    assert.deepEqual(await vault.ownIdentity(client, personId), { identity: wu, phone: wuPhone, phoneVerifiedAt: now })
    assert.equal(await vault.findPersonByPhone(client, '138 1234 6612'), personId)
    assert.equal(await vault.findPersonByDocument(client, 'citizenId', wu.documentNumber.toLowerCase()), personId)
    assert.equal(await vault.findPersonByDocument(client, 'passport', wu.documentNumber), null)
    const { rows } = await database.ownerPool.query<{ text: string }>(
      'select i::text || c::text as text from identity.persons_identity i join identity.contacts c using (person_id)',
    )
    // nothing shorter than eight characters: random bytes in hex would hold it by chance
    for (const value of ['吴晓芸', '吴××', wu.documentNumber, '13812346612', '310113****', '138****6612'])
      for (const form of [
        value,
        Buffer.from(value).toString('hex'),
        Buffer.from(value).toString('base64').slice(0, -4),
      ])
        assert.ok(form.length < 8 || !rows[0]?.text.includes(form), form)
  })

  it('holds a document that nobody else can register, even when two press at once', async () => {
    const { identity } = someone()
    const persons = Array.from({ length: 8 }, () => randomUUID())
    const outcomes = await Promise.all(
      persons.map((personId) => vault.putIdentity(database.programPool, personId, identity, now)),
    )
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
    assert.ok(outcomes.every((outcome) => outcome.ok || outcome.violation.code === 'document-taken'))
  })

  it('is refused another document holder, and the transaction goes on with nothing changed', async () => {
    const first = someone()
    await registered(first.identity, first.phone)
    const second = await newcomer()
    const own = await vault.ownIdentity(database.programPool, second)
    await transaction(database.programPool, async (tx) => {
      const outcome = await vault.putIdentity(tx, second, first.identity, now)
      assert.deepEqual(outcome, { ok: false, violation: { code: 'document-taken' } })
      assert.deepEqual(await vault.ownIdentity(tx, second), own)
      assert.equal(await vault.findPersonByDocument(tx, 'citizenId', own?.identity?.documentNumber ?? ''), second)
    })
  })

  it('changes the phone: the old number is free for the next person', async () => {
    const { identity, phone } = someone()
    const personId = await registered(identity, phone)
    const next = await newcomer()
    const taken = await vault.putPhone(database.programPool, next, phone, now)
    assert.deepEqual(taken, { ok: false, violation: { code: 'phone-taken' } })
    assert.ok((await vault.putPhone(database.programPool, personId, someone().phone, now)).ok)
    assert.ok((await vault.putPhone(database.programPool, next, phone, now)).ok)
    assert.equal(await vault.findPersonByPhone(database.programPool, phone), next)
  })

  it('is one person for an openid of an app, found across apps by unionid', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const openid = { appId: 'wx-service', openid: 'oAbc', unionid: 'uXyz' }
    assert.ok((await vault.putOpenid(database.programPool, one, openid, now)).ok)
    assert.ok((await vault.putOpenid(database.programPool, one, openid, now)).ok)
    const taken = await vault.putOpenid(database.programPool, other, { ...openid, unionid: null }, now)
    assert.deepEqual(taken, { ok: false, violation: { code: 'openid-taken' } })
    assert.ok(
      (await vault.putOpenid(database.programPool, other, { ...openid, appId: 'wx-mini', unionid: null }, now)).ok,
    )
    assert.equal(await vault.findPersonByOpenid(database.programPool, 'wx-mini', 'oAbc'), other)
    assert.equal(await vault.findPersonByUnionid(database.programPool, 'uXyz'), one)
    const foreign = { appId: 'wx-mini', openid: 'oNew', unionid: 'uXyz' }
    assert.deepEqual(await vault.putOpenid(database.programPool, other, foreign, now), taken)
    assert.equal(await vault.findPersonByOpenid(database.programPool, 'wx-mini', 'oNew'), null)
    const { openids } = await vault.deliveryAddresses(database.programPool, one)
    assert.deepEqual(openids, [{ appId: 'wx-service', openid: 'oAbc' }])
  })

  it('is shown to a reviewing cadre by masks, and masks carry no full value', async () => {
    const personId = await newcomer()
    const [masks] = await vault.masks(database.programPool, [personId, randomUUID()])
    assert.equal(masks?.name, '吴××')
    assert.match(masks?.documentNumber ?? '', /^310113\*{8}\d{3}[\dX]$/)
    assert.match(masks?.phone ?? '', /^139\*{4}\d{4}$/)
  })

  it('whose cipher is moved to another row does not open', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    await database.ownerPool.query(
      `update identity.persons_identity t set document_number_cipher = s.document_number_cipher
       from identity.persons_identity s where t.person_id = $1 and s.person_id = $2`,
      [one, other],
    )
    await assert.rejects(vault.ownIdentity(database.programPool, one), { name: 'CipherRefused' })
    await database.ownerPool.query(
      `update identity.persons_identity set document_number_cipher = true_name_cipher where person_id = $1`,
      [one],
    )
    await assert.rejects(vault.ownIdentity(database.programPool, one), { name: 'CipherRefused' })
  })

  it('leaves: the identity is gone, the look-ups stay, the number is free, and the id cannot be filled again', async () => {
    const { identity, phone } = someone()
    const personId = await registered(identity, phone)
    await vault.putOpenid(database.programPool, personId, { appId: 'wx', openid: 'oGone', unionid: null }, now)
    const looker = { personId: randomUUID(), asRole: 'committeeDirector', communityId: 9, reason: '上门核对名册', now }
    await vault.reveal(database.programPool, personId, ['phone'], looker)
    await vault.erase(database.programPool, personId, now)
    assert.equal(await vault.ownIdentity(database.programPool, personId), null)
    assert.equal(await vault.findPersonByPhone(database.programPool, phone), null)
    const { rows } = await database.ownerPool.query(
      `select (select count(*) from identity.openids where person_id = $1)
            + (select count(*) from identity.blind_indexes where person_id = $1) as left`,
      [personId],
    )
    assert.equal(Number(rows[0].left), 0)
    const lookUps = await vault.lookUpsAbout(database.programPool, personId, { before: null, limit: 10 })
    assert.equal(lookUps.length, 1)
    await assert.rejects(vault.putPhone(database.programPool, personId, phone, now), { code: 'SQV02' })
    assert.ok((await vault.putIdentity(database.programPool, randomUUID(), identity, now)).ok)
  })
})

describe('the dwelling roll in the vault', () => {
  it('is compared with a claim by blind equality: same, different, silent', async () => {
    const { identity, phone } = someone()
    const personId = await registered({ ...identity, trueName: '阿依古丽·买买提' }, phone)
    const same = rollEntry(1, {
      name: '阿依古丽 • 买买提',
      documentNumber: identity.documentNumber,
      phone: phone.slice(3),
    })
    const old = rollEntry(2, {
      name: null,
      documentNumber: identity.documentNumber.slice(0, 6) + identity.documentNumber.slice(8, 17),
    })
    const silent = rollEntry(3, { documentNumber: null, phone: null })
    await vault.putRollEntries(database.programPool, 9, [same, old, silent])
    const claim = { personId, communityId: 9, entryIds: [same.entryId, old.entryId, silent.entryId] }
    const found = new Map(
      (await vault.compareClaimWithRoll(database.programPool, claim)).map((comparison) => [
        comparison.entryId,
        comparison,
      ]),
    )
    assert.deepEqual(verdictsOf(found.get(same.entryId)), [true, true, true])
    assert.deepEqual(verdictsOf(found.get(old.entryId)), [null, true, false])
    assert.deepEqual(verdictsOf(found.get(silent.entryId)), [false, null, null])
    assert.equal(found.get(same.entryId)?.rollMasks.name, '阿××')
    assert.deepEqual(await vault.compareClaimWithRoll(database.programPool, { ...claim, communityId: 10 }), [])
  })

  const verdictsOf = (comparison?: { nameMatches: unknown; documentMatches: unknown; phoneMatches: unknown }) => [
    comparison?.nameMatches,
    comparison?.documentMatches,
    comparison?.phoneMatches,
  ]

  it('takes 20,000 people in seconds', async (t) => {
    const entries = Array.from({ length: 20_000 }, (_, n) => rollEntry(n))
    const startedAt = performance.now()
    assert.equal(await transaction(database.programPool, (tx) => vault.putRollEntries(tx, 20, entries)), 20_000)
    const tookMs = performance.now() - startedAt
    t.diagnostic(`20,000 roll entries sealed, indexed and stored in ${Math.round(tookMs)} ms`)
    assert.ok(tookMs < 30_000)
    const again = entries.slice(0, 100).map((entry) => ({ ...entry, name: '陈新' }))
    assert.equal(await vault.putRollEntries(database.programPool, 20, again), 100)
    const ids = entries.slice(0, 101).map(({ entryId }) => entryId)
    const masks = await vault.rollMasks(database.programPool, 20, ids)
    assert.equal(masks.get(ids[0] ?? '')?.name, '陈×')
    assert.equal(masks.get(ids[100] ?? '')?.name, '周××')
    assert.equal(await vault.removeRollEntries(database.programPool, 20, ids), 101)
  })
})
