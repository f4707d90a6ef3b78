import { type ProvinceCode, provinceStems } from './provinces.ts'

/** A province of China, or another country by its ISO 3166-1 alpha-2 code. */
export type Region = ProvinceCode | (string & { readonly length: 2 })

const provinces = Object.entries(provinceStems) as [ProvinceCode, string][]

/** Names of countries that are written in more than one way. */
const otherNames: Readonly<Record<string, string>> = {
  中非: 'CF',
  孟加拉: 'BD',
  巴勒斯坦: 'PS',
  马其顿: 'MK',
  留尼旺: 'RE',
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Every country by its Chinese name, as CLDR has it. */
const countries = (): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames('zh-CN', { type: 'region', fallback: 'none' })
  const known = letters.flatMap((first) =>
    letters.flatMap((second) => {
      const name = names.of(first + second)
      return name === undefined ? [] : [[name, first + second] as const]
    }),
  )
  return new Map([...known, ...Object.entries(otherNames)])
}

let known: ReadonlyMap<string, string> | undefined

/**
 * The region of an address, from the Chinese names of country and province that a look-up gave; empty where it knows none.
 * Undefined where nothing sure can be said: an address of China without its province, an inner network, a name nobody knows.
 */
export const regionOf = ({
  country,
  province,
}: {
  readonly country: string
  readonly province: string
}): Region | undefined => {
  const inChina = provinces.find(([code, stem]) =>
    country === '中国' ? province.startsWith(stem) : isOwnName(code) && country.replace(/^中国/, '').startsWith(stem),
  )
  if (inChina !== undefined) return inChina[0]
  if (country === '' || country === '中国') return undefined
  known ??= countries()
  const code = known.get(country)
  return code === undefined || code === 'CN' ? undefined : (code as Region)
}

/** Three of them stand beside countries in lists of addresses; they are part of China all the same. */
const isOwnName = (code: ProvinceCode): boolean => code === 'CN-HK' || code === 'CN-MO' || code === 'CN-TW'
