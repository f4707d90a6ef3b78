/** One line of samples of the text format. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const nameSyntax = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
const sampleSyntax = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)(?: (-?\d+))?$/
const labelSyntax = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/y
const types = ['counter', 'gauge', 'histogram', 'summary', 'untyped']
const numberSyntax = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|[+-]?Inf|NaN)$/i

const labelsOf = (text: string, line: string): Record<string, string> => {
  const labels: Record<string, string> = {}
  labelSyntax.lastIndex = 0
  while (labelSyntax.lastIndex < text.length) {
    const [, name, value] = labelSyntax.exec(text) ?? []
    if (name === undefined || value === undefined) throw new Error(`labels of: ${line}`)
    if (name in labels) throw new Error(`${name} twice: ${line}`)
    labels[name] = value
  }
  return labels
}

const numberOf = (text: string): number =>
  /inf/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : /nan/i.test(text) ? Number.NaN : Number(text)

const familyOf = (name: string, kinds: ReadonlyMap<string, string>): string => {
  if (kinds.has(name)) return name
  const base = name.replace(/_(?:bucket|sum|count)$/, '')
  const kind = kinds.get(base)
  if (kind === 'histogram' || (kind === 'summary' && !name.endsWith('_bucket'))) return base
  throw new Error(`${name} has no TYPE before it`)
}

/** Buckets grow up to +Inf, which equals the count. */
const checkHistogram = (name: string, samples: readonly Sample[]): void => {
  const rows = new Map<string, Sample[]>()
  for (const sample of samples.filter((one) => one.name === `${name}_bucket`)) {
    const { le, ...rest } = sample.labels
    if (le === undefined) throw new Error(`${name}_bucket without le`)
    const key = JSON.stringify(rest)
    rows.set(key, [...(rows.get(key) ?? []), sample])
  }
  for (const [key, buckets] of rows) {
    const counts = buckets.map(({ value }) => value)
    if (counts.some((count, at) => at > 0 && count < (counts[at - 1] ?? 0))) throw new Error(`${name} ${key} shrinks`)
    if (buckets.at(-1)?.labels.le !== '+Inf') throw new Error(`${name} ${key} has no +Inf`)
    const count = samples.find((one) => one.name === `${name}_count` && JSON.stringify(one.labels) === key)
    if (count?.value !== counts.at(-1)) throw new Error(`${name} ${key}: the count is not the last bucket`)
    if (!samples.some((one) => one.name === `${name}_sum` && JSON.stringify(one.labels) === key))
      throw new Error(`${name} ${key} has no sum`)
  }
}

/**
 * Reads the text format 0.0.4 as strictly as Prometheus does and a little more: every family has HELP and TYPE before its
 * samples and stands in one piece, no series comes twice, counters end in _total. Throws with what is wrong.
 */
export const parsePrometheusText = (text: string): readonly Sample[] => {
  if (!text.endsWith('\n')) throw new Error('the last line does not end')
  const [kinds, helped, done] = [new Map<string, string>(), new Set<string>(), new Set<string>()]
  const samples: Sample[] = []
  const series = new Set<string>()
  let current = ''
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, what, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? []
    if (what !== undefined && !nameSyntax.test(name)) throw new Error(`name: ${line}`)
    if (what === 'HELP') {
      if (helped.has(name)) throw new Error(`HELP twice: ${name}`)
      helped.add(name)
    } else if (what === 'TYPE') {
      if (kinds.has(name) || !helped.has(name) || !types.includes(rest)) throw new Error(`TYPE: ${line}`)
      kinds.set(name, rest)
    } else if (!line.startsWith('#')) {
      const [, sampled = '', labelText = '', value = ''] = sampleSyntax.exec(line) ?? []
      if (!nameSyntax.test(sampled) || !numberSyntax.test(value)) throw new Error(`sample: ${line}`)
      const family = familyOf(sampled, kinds)
      if (family !== current && done.has(family)) throw new Error(`${family} stands in two places`)
      current = family
      done.add(family)
      if (kinds.get(family) === 'counter' && !sampled.endsWith('_total')) throw new Error(`counter: ${sampled}`)
      const labels = labelsOf(labelText, line)
      const key = `${sampled} ${JSON.stringify(Object.entries(labels).sort())}`
      if (series.has(key)) throw new Error(`twice: ${line}`)
      series.add(key)
      samples.push({ name: sampled, labels, value: numberOf(value) })
    }
  }
  for (const [name, kind] of kinds) if (kind === 'histogram') checkHistogram(name, samples)
  return samples
}
