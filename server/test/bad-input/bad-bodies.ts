/** Text that no field takes, whatever it is for: nobody could read it, or would read something else than was written. */
const unreadable: Readonly<Record<string, string>> = {
  'a control character': '灯坏了\u0000',
  'an escape sequence': '灯坏了\u001b[2J',
  'a line separator': '灯坏了\u2028请来看',
  'a lone surrogate': '灯坏了\ud800',
  'half a pair at the front': '\udc00灯坏了',
  'a right-to-left override': '灯坏了\u202egnp.exe',
  'a right-to-left mark': '灯坏了\u200f请来看',
  'an isolate': '灯坏了\u2066请来看',
  'a flood of letters': '灯'.repeat(60_000),
}

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
  'empty words': '',
  'white space': ' \t\n ',
  'joiners and nothing between them': '\u200d\u200d\u200b\ufeff',
  markup: '<img src=x onerror=alert(1)>',
  'a family of emoji': '👨\u200d👩\u200d👧\u200d👦',
  ...unreadable,
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

export interface Spoilt {
  readonly name: string
  readonly pointer: string
  readonly body: unknown
  /** No text field takes it. */
  readonly isUnreadable: boolean
}

/** Every way in which one value of `body`, however deep, is wrong, with the pointer to it. */
export const spoiltBodies = (body: unknown, pointer = ''): Spoilt[] => {
  const parts = Array.isArray(body) ? [...body.entries()] : isRecord(body) ? Object.entries(body) : []
  return parts.flatMap(([part, value]) => {
    const at = `${pointer}/${part}`
    const put = (one: unknown): unknown =>
      Array.isArray(body) ? body.with(Number(part), one) : { ...(body as object), [part]: one }
    const own = Object.entries(badValues)
      .filter(([, bad]) => !(bad === null && value === null) && !(Array.isArray(bad) && Array.isArray(value)))
      .map(([name, bad]) => ({
        name: `${at} is ${name}`,
        pointer: at,
        body: put(bad),
        isUnreadable: typeof value === 'string' && name in unreadable,
      }))
    return [...own, ...spoiltBodies(value, at).map((spoilt) => ({ ...spoilt, body: put(spoilt.body) }))]
  })
}

/** Bodies that are wrong as a whole. */
export const wrongWholes = (body: unknown): { name: string; body: unknown }[] => [
  { name: 'a list', body: [body] },
  { name: 'nothing', body: null },
  { name: 'a word', body: 'body' },
  ...(isRecord(body) ? [{ name: 'a field more', body: { ...body, isAdmin: true } }] : []),
]
