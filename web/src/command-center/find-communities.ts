export interface Findable {
  readonly communityId: number
  readonly name: string
  readonly subdistrictName: string
}

/** Names that contain every typed part ("通河 一" finds 通河一村 and 通河四村一); those that begin with the first come first. */
export const findCommunities = (communities: readonly Findable[], typed: string): readonly Findable[] => {
  const parts = typed.normalize('NFKC').trim().split(/\s+/).filter(Boolean)
  const first = parts[0]
  if (first === undefined) return []
  const found = communities.filter(({ name, subdistrictName }) =>
    parts.every((part) => name.includes(part) || subdistrictName.includes(part)),
  )
  return [...found.filter(({ name }) => name.startsWith(first)), ...found.filter(({ name }) => !name.startsWith(first))]
}
