/** What a careless program or a hostile person puts where a value is wanted. */
export const badValues: Readonly<Record<string, unknown>> = {
  'a number': 7,
  nothing: null,
  'a list': [],
  'an object': {},
  'a control character': '灯坏了\u0000',
  'a lone surrogate': '灯坏了\ud800',
  'a right-to-left override': '灯坏了\u202egnp.exe',
  'a million letters': '灯'.repeat(60_000),
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every body in which one field of `body` is wrong, with the pointer to that field. */
export const spoiltBodies = (body: unknown): { name: string; pointer: string; body: unknown }[] => {
  if (!isRecord(body)) return []
  return Object.entries(body).flatMap(([field, value]) =>
    Object.entries(badValues)
      .filter(([, bad]) => !(bad === null && value === null) && !(Array.isArray(bad) && Array.isArray(value)))
      .map(([name, bad]) => ({ name: `${field} is ${name}`, pointer: `/${field}`, body: { ...body, [field]: bad } })),
  )
}

/** Bodies that are wrong as a whole. */
export const wrongWholes = (body: unknown): { name: string; body: unknown }[] => [
  { name: 'a list', body: [body] },
  { name: 'nothing', body: null },
  { name: 'a word', body: 'body' },
  ...(isRecord(body) ? [{ name: 'a field more', body: { ...body, isAdmin: true } }] : []),
]
