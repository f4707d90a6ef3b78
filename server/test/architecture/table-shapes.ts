import { crossCommunityIndexes, type TableKind, tableKinds } from '../../src/platform/database/table-kinds.ts'
import type { CatalogIndex, CatalogTable } from './catalog.ts'

const startsWithCommunity = ({ firstColumn, firstType }: CatalogIndex): boolean =>
  firstColumn === 'community_id' && firstType === 'integer'

const faultsOf = ({ name, indexes }: CatalogTable, kind: TableKind | undefined, excused: Set<string>): string[] => {
  if (kind === undefined) return [`${name} is not registered`]
  if (name.startsWith('identity.') && kind !== 'local') return [`${name} is identity and therefore local`]
  const primary = indexes.find(({ isPrimary }) => isPrimary)
  if (primary === undefined) return [`${name} has no primary key`]
  if (kind !== 'distributed') return []
  return indexes
    .filter((index) => !startsWithCommunity(index))
    .filter(({ name: index, isUnique }) => isUnique || !excused.has(index))
    .map(({ name: index }) => `${name}: ${index} does not begin with community_id int4`)
}

/** What is wrong with the kinds of tables; empty when catalog and registry agree. */
export const tableFaults = (
  tables: readonly CatalogTable[],
  kinds: Readonly<Record<string, TableKind>> = tableKinds,
  excuses: Readonly<Record<string, string>> = crossCommunityIndexes,
): string[] => {
  const present = new Set(tables.map(({ name }) => name))
  const indexes = new Set(tables.flatMap((table) => table.indexes.map(({ name }) => name)))
  const excused = new Set(Object.keys(excuses))
  return [
    ...tables.flatMap((table) => faultsOf(table, kinds[table.name], excused)),
    ...Object.keys(kinds)
      .filter((name) => !present.has(name))
      .map((name) => `${name} is registered and not in the database`),
    ...[...excused].filter((name) => !indexes.has(name)).map((name) => `${name} is excused and not in the database`),
  ]
}
