/** The sign on a face: the first letter of the person's own part of a shown name ("92号楼 吴女士" → 吴). */
export const signOf = (shownName: string): string => {
  const own = shownName.trim().split(/\s+/).at(-1) ?? ''
  return [...own][0] ?? '邻'
}

/** One of four papers, always the same for one name. */
export const paperOf = (shownName: string): 1 | 2 | 3 | 4 => {
  let sum = 0
  for (const letter of shownName) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return ((sum % 4) + 1) as 1 | 2 | 3 | 4
}
