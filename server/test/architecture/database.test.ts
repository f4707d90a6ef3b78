import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { tableKinds } from '../../src/platform/database/table-kinds.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-cluster.ts'
import { listsIn, readHiddenWords, readTables, readWordLists } from './catalog.ts'
import { foreignKeyFaults, readForeignKeys } from './foreign-keys.ts'
import { tableFaults } from './table-shapes.ts'
import { differences, hiddenFaults } from './word-lists.ts'

let database: TestDatabase

describe('a database as the migrations make it', () => {
  before(async () => {
    database = await createTestDatabase()
  })
  after(() => database.drop())

  test('has only tables that are registered, each with the key shape of its kind', async () => {
    assert.deepEqual(tableFaults(await readTables(database.ownerPool)), [])
  })

  test('has no foreign key that leaves its community or crosses the kinds, but those that are known', async () => {
    assert.deepEqual(foreignKeyFaults(await readForeignKeys(database.ownerPool)), [])
  })

  test('accepts exactly the words that the constants list', async () => {
    assert.deepEqual(differences(await readWordLists(database.ownerPool)), [])
    assert.deepEqual(hiddenFaults(await readHiddenWords(database.ownerPool)), [])
  })
})

describe('a database that breaks the rules', () => {
  before(async () => {
    database = await createTestDatabase()
    await database.ownerPool.query(await readFile(new URL('./fixtures/broken-schema.sql', import.meta.url), 'utf8'))
  })
  after(() => database.drop())

  test('is told every table and index that has no right to be as it is', async () => {
    const kinds = { ...tableKinds, 'public.lamps': 'distributed', 'public.lamp_poles': 'distributed' } as const
    assert.deepEqual(tableFaults(await readTables(database.ownerPool), kinds).sort(), [
      'archive.old_lamps is not registered',
      'photos_loose is excused and not in the database',
      'public.demo_personas is registered and not in the database',
      'public.lamp_counts is not registered',
      'public.lamp_notes is not registered',
      'public.lamp_poles: lamp_poles_pkey does not begin with community_id int4',
      'public.lamps: lamps_pkey does not begin with community_id int4',
      'public.memberships: memberships_by_name does not begin with community_id int4',
      'public.memberships: memberships_by_start does not begin with community_id int4',
    ])
  })

  test('is told every foreign key that a database sharded by community would refuse', async () => {
    const kinds = {
      ...tableKinds,
      'public.lamps': 'distributed',
      'public.lamp_poles': 'distributed',
      'public.lamp_notes': 'reference',
    } as const
    assert.deepEqual(foreignKeyFaults(await readForeignKeys(database.ownerPool), kinds).sort(), [
      'public.lamp_notes: lamp_notes_pole: a reference table must not refer to a distributed one',
      'public.lamp_poles: lamp_poles_put_up_by: a distributed table must not refer to a local one',
      'public.lamps: lamps_pole: leaves the community: community_id is not part of it on both sides',
      'qr_codes_community_id_compound_id_fkey needs no excuse',
    ])
  })

  test('is told every list of words that differs from its constant', async () => {
    assert.deepEqual(differences(await readWordLists(database.ownerPool)), [
      'public.communities.kind is camp, neighbourhood, village and should be neighbourhood, village',
      'public.lamps.kind repeats no registered constant: stair, street',
      'public.subdistricts.kind is registered and not in the database',
    ])
  })

  test('is told every word that hides outside a list', async () => {
    assert.deepEqual(hiddenFaults(await readHiddenWords(database.ownerPool)), [
      'public.communities.kind is compared with camp, which no registered constant has',
      'public.lamps.color is compared with warm, which no registered constant has',
      'public.lamps.color is compared with cold, which no registered constant has',
      'public.lamps.kind is compared with street, which no registered constant has',
      'public.lamps.kind is compared with stair, which no registered constant has',
      'public.lamps.maker is compared with Opple, which no registered constant has',
      'public.lamps.maker is compared with NVC, which no registered constant has',
      'public.registrations.state is compared with lost, which no registered constant has',
      'the type public.lamp_height carries a list of its own: use text and a CHECK',
      'the type public.lamp_state carries a list of its own: use text and a CHECK',
      'public.lamps: lamps_socket_check hides words in a pattern: use a list',
    ])
  })
})

test('a table without a primary key and an identity table that is not local are caught', () => {
  const table = (name: string) => ({ name, indexes: [] })
  const kinds = { 'public.a': 'local', 'identity.b': 'reference' } as const
  assert.deepEqual(tableFaults([table('public.a'), table('identity.b')], kinds, {}), [
    'public.a has no primary key',
    'identity.b is identity and therefore local',
  ])
})

test('lists are read from a condition with several parts, quotes included', () => {
  const text = `CHECK (((cardinality(fields) > 0) AND (fields <@ ARRAY['a'::text, 'it''s'::text])))`
  assert.deepEqual(listsIn('t', text), [{ at: 't.fields', words: ['a', "it's"] }])
})
