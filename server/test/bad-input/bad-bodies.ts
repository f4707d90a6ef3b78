/** What a careless program or a hostile person puts where a value is wanted. */
export const badValues: Readonly<Record<string, unknown>> = {
  'a number': 7,
  'a huge number': 1e308,
  'a fraction': -0.5,
  'a truth value': true,
  nothing: null,
  'a list': [],
  'a list of lists': [[['灯']]],
  'an object': {},
  'an object with a prototype': { constructor: { prototype: { isAdmin: true } } },
  'empty words': '',
  'white space': ' \t\n ',
  'a control character': '灯坏了\u0000',
  'an escape sequence': '灯坏了\u001b[2J',
  'a line separator': '灯坏了\u2028请来看',
  'a lone surrogate': '灯坏了\ud800',
  'half a pair at the front': '\udc00灯坏了',
  'a right-to-left override': '灯坏了\u202egnp.exe',
  'a right-to-left mark': '灯坏了\u200f请来看',
  'an isolate': '灯坏了\u2066请来看',
  'joiners and nothing between them': '\u200d\u200d\u200b\ufeff',
  markup: '<img src=x onerror=alert(1)>',
  'a family of emoji': '👨\u200d👩\u200d👧\u200d👦',
  'a million letters': '灯'.repeat(60_000),
}

/** What stands in an address where an id is wanted. */
export const hostileIds: readonly string[] = [
  '0',
  '-1',
  '1.5',
  'x',
  'null',
  'NaN',
  '__proto__',
  "1' or '1'='1",
  '99999999999999999999',
  '1e400',
  '%00',
  '\u0000',
  '\u202e1',
  '../../etc/passwd',
  '😀',
  '٣',
  '灯',
  'a'.repeat(150),
  'a'.repeat(2_000),
]

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
