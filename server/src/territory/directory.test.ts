import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-cluster.ts'
import { dbOver, transaction } from '../platform/database/db.ts'
import { createTerritoryDirectory } from './directory.ts'
import { importTerritory } from './import.ts'

let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
})
after(() => database.drop())

const bring = (...names: string[]) =>
  transaction(database.ownerPool, (tx) =>
    importTerritory(
      tx,
      { name: '宝山区' },
      names.map((name, index) => ({
        subdistrictCode: '310113003',
        subdistrictName: '友谊路街道',
        subdistrictKind: 'street' as const,
        communityCode: `31011300304${index}`,
        communityName: `${name}居委会`,
        displayName: name,
        communityKind: 'neighbourhood' as const,
      })),
    ),
  )

describe('the directory of a running server', () => {
  it('shows what another process imported from the second question on, or at once when told to forget', async () => {
    await bring('宝山九村')
    const stale = createTerritoryDirectory(dbOver(database.programPool), 0)
    const fresh = createTerritoryDirectory(dbOver(database.programPool))
    const names = async (directory: typeof stale) => (await directory.all()).map(({ shortName }) => shortName)
    assert.deepEqual([await names(stale), await names(fresh)], [['宝山九村'], ['宝山九村']])
    assert.deepEqual(await bring('宝山新九村', '宝山十村'), { districtId: 310113, added: 1, renamed: 1 })
    await names(stale)
    assert.deepEqual(await names(stale), ['宝山新九村', '宝山十村'])
    assert.deepEqual(await names(fresh), ['宝山九村'])
    fresh.forget()
    assert.deepEqual(await names(fresh), ['宝山新九村', '宝山十村'])
  })
})
