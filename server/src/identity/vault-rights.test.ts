import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { documentKinds } from '@shequtong/domain/identity/document-kinds'
import { lookUpFields } from '@shequtong/domain/identity/identity-fields'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { lookUpOccasions, type VaultClient } from './vault-types.ts'

let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
})
after(() => database.drop())

const names = (sql: string): Promise<string[]> => namesBy(database.ownerPool, sql)

const relations = (kinds: string) =>
  names(`select oid::regclass::text as name from pg_class where relnamespace = 'identity'::regnamespace
    and relkind in (${kinds}) order by 1`)

const namesBy = async (client: VaultClient, sql: string): Promise<string[]> => {
  const { rows } = await client.query(sql)
  return (rows as { name: string }[]).map(({ name }) => name)
}

/** Tables of the vault on which anybody else has any right, a column's included. */
const foreignGrants = (client: VaultClient) =>
  namesBy(
    client,
    `select distinct c.oid::regclass::text as name
     from pg_class c left join pg_attribute t on t.attrelid = c.oid,
       lateral (select * from aclexplode(c.relacl) union all select * from aclexplode(t.attacl)) a
     where c.relnamespace = 'identity'::regnamespace and a.grantee <> 'shequtong_vault'::regrole`,
  )

/** Functions that belong to another, lack their own search path, or are open to whom or as they should not be. */
const unsafeFunctions = (client: VaultClient) =>
  namesBy(
    client,
    `select p.proname as name from pg_proc p,
       lateral (select array_agg(a.grantee::regrole::text) as grantees
                from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner) g
     where p.pronamespace = 'identity'::regnamespace and not (
       p.proowner = 'shequtong_vault'::regrole
       and coalesce(p.proconfig = array['search_path=identity, pg_temp'], false)
       and case when p.prosecdef then grantees = array['shequtong_program'] else grantees is null end)`,
  )

const permissionDenied = { code: '42501', message: /^permission denied/ }

describe('the program at the door of the vault', () => {
  it('is denied every statement on every table, view and sequence, the ones of later migrations included', async () => {
    const tables = await relations(`'r', 'p', 'v', 'm', 'f', 'S'`)
    assert.ok(tables.includes('identity.persons_identity') && tables.includes('identity.look_ups'))
    for (const table of tables)
      for (const sql of [
        `select from ${table}`,
        `insert into ${table} default values`,
        `delete from ${table}`,
        `truncate ${table}`,
        `copy ${table} to stdout`,
      ])
        await assert.rejects(database.programPool.query(sql), permissionDenied, sql)
    assert.deepEqual(await foreignGrants(database.ownerPool), [])
  })

  it('is denied a column of a table too', async () => {
    for (const table of await relations(`'r', 'p'`)) {
      const [column] = await names(
        `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 limit 1`,
      )
      await assert.rejects(database.programPool.query(`update ${table} set ${column} = null`), permissionDenied, table)
      await assert.rejects(database.programPool.query(`select ${column} from ${table}`), permissionDenied, table)
    }
  })

  it('cannot make or drop anything in the schema', async () => {
    await assert.rejects(database.programPool.query('create table identity.copy (x int)'), permissionDenied)
    await assert.rejects(database.programPool.query('drop function identity.split_blinds'), { code: '42501' })
  })

  it('may call the functions of the door and none of the inner parts', async () => {
    const callable = await names(`select proname as name from pg_proc where pronamespace = 'identity'::regnamespace
      and has_function_privilege('shequtong_program', oid, 'execute') order by 1`)
    assert.ok(callable.includes('reveal'))
    for (const inner of ['claim_blinds', 'refuse_change', 'refuse_erased', 'refuse_retired_keys', 'split_blinds'])
      assert.ok(!callable.includes(inner), inner)
  })

  it('meets only functions that run as the vault, with a search path of their own, closed to everybody else', async () => {
    assert.deepEqual(await unsafeFunctions(database.ownerPool), [])
  })

  for (const [carelessness, sql, caught] of [
    ['a table', 'grant select on identity.contacts to shequtong_program', ['identity.contacts']],
    ['a column', 'grant select (app_id) on identity.openids to public', ['identity.openids']],
    ['an inner function', 'grant execute on function identity.claim_blinds to shequtong_program', ['claim_blinds']],
    ['a function to everybody', 'grant execute on function identity.reveal to public', ['reveal']],
    ['a search path', 'alter function identity.masks reset search_path', ['masks']],
    ['an owner', 'alter function identity.masks owner to current_user', ['masks']],
  ] as const)
    it(`would notice a later migration that gives away ${carelessness}`, async () => {
      const client = await database.ownerPool.connect()
      try {
        await client.query('begin')
        await client.query(sql)
        assert.deepEqual([...(await foreignGrants(client)), ...(await unsafeFunctions(client))], caught)
      } finally {
        await client.query('rollback')
        client.release()
      }
    })

  it('cannot become the vault', async () => {
    const { rows } = await database.ownerPool.query(
      `select pg_has_role('shequtong_program', 'shequtong_vault', 'MEMBER') as member,
        (select rolcanlogin from pg_roles where rolname = 'shequtong_vault') as login`,
    )
    assert.deepEqual(rows, [{ member: false, login: false }])
  })
})

describe('lists stated twice', () => {
  const listOf = async (constraint: string): Promise<string[]> => {
    const [definition] = await names(
      `select pg_get_constraintdef(oid) as name from pg_constraint where conname = '${constraint}'`,
    )
    return [...(definition ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '')
  }

  for (const [constraint, list] of [
    ['persons_identity_document_kind_check', documentKinds],
    ['roll_entries_document_kind_check', documentKinds],
    ['look_ups_fields_check', lookUpFields],
    ['look_ups_occasion_check', lookUpOccasions],
  ] as const) {
    it(`are equal: ${constraint} and its constant`, async () => {
      assert.deepEqual(await listOf(constraint), [...list])
    })
  }
})
