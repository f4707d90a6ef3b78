import { isIP } from 'node:net'
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

/** The address that residents type: nothing before or behind the host. A QR code's path is put behind it. */
export const originUrl = (read: Reader, name: string): string | undefined => {
  const url = httpUrl(read, name)
  if (url === undefined || new URL(url).href === `${new URL(url).origin}/`) return url && new URL(url).origin
  read.complain(
    name,
    '只能是协议、主机名和端口，后面不能有路径，前面不能有用户名',
    'must be scheme, host and port alone, without a path or a user',
  )
  return undefined
}

/** Where a proxy on the same machine or in the same private network stands (RFC 1122, 1918, 3927, 4193, 4291). */
const privateNetworks = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
]

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address) as 0 | 4 | 6]
  return more.length === 0 && (bits === undefined ? longest > 0 : /^\d{1,3}$/.test(bits) && Number(bits) <= longest)
}

/** Addresses and networks (CIDR), separated by commas. */
export const networks = ({ get, complain }: Reader, name: string): readonly string[] => {
  const list = get(name)
    ?.split(',')
    .map((one) => one.trim())
  if (list === undefined) return privateNetworks
  if (list.every(isNetwork)) return list
  complain(
    name,
    '应为用逗号分隔的地址或网段，如 10.0.0.5,192.168.1.0/24',
    'must be addresses or networks with commas between, like 10.0.0.5,192.168.1.0/24',
  )
  return []
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
