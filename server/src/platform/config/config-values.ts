import type { Reader } from './check-config.ts'
import { type Part, partNames } from './config-types.ts'

export interface Bounds {
  readonly from: number
  readonly to: number
  readonly otherwise: number
}

export const wholeNumber = ({ get, complain }: Reader, name: string, { from, to, otherwise }: Bounds): number => {
  const text = get(name)
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= from && value <= to) return value
  complain(name, `应为 ${from} 到 ${to} 的整数`, `must be a whole number from ${from} to ${to}`)
  return otherwise
}

/** An http or https address without its trailing slash. */
export const httpUrl = ({ get, complain }: Reader, name: string): string | undefined => {
  const text = get(name)
  if (text === undefined) return undefined
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '')
  complain(name, '应是 http:// 或 https:// 开头的地址', 'must be an address that starts with http:// or https://')
  return undefined
}

/** The address of a PostgreSQL database, as it was given. */
export const postgresUrl = ({ get, complain }: Reader, name: string): string | undefined => {
  const text = get(name)
  if (text !== undefined && !/^postgres(ql)?:\/\/./.test(text))
    complain(
      name,
      '应形如 postgresql://用户:密码@主机:5432/数据库名',
      'must be like postgresql://user:password@host:5432/database',
    )
  return text
}

export const onOff = ({ complain }: Reader, name: string, text: string | undefined, otherwise: boolean): boolean => {
  if (text === undefined) return otherwise
  if (['1', 'on', 'true', 'yes'].includes(text)) return true
  if (['0', 'off', 'false', 'no'].includes(text)) return false
  complain(name, '只能是 on 或 off', 'must be on or off')
  return otherwise
}

export const parts = ({ complain }: Reader, list: string | undefined): ReadonlySet<Part> => {
  if (list === undefined) return new Set(partNames)
  const wanted = list.split(',').map((name) => name.trim())
  const known = partNames.filter((name) => wanted.includes(name))
  if (known.length === new Set(wanted).size) return new Set(known)
  complain('--parts', `只能从 ${partNames.join('、')} 中选取`, `takes ${partNames.join(', ')}`)
  return new Set(partNames)
}
