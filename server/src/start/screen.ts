import { renderUnicodeCompact } from 'uqr'
import type { Addresses } from './addresses.ts'
import type { RunningInstance } from './instance.ts'

export interface ScreenPersona {
  /** As neighbours read it: 吴女士. */
  readonly name: string
  /** 宝山九村 居民. */
  readonly role: string
}

export interface ScreenContent {
  readonly addresses: Addresses
  /** What people outside use, where the operator named it. */
  readonly publicUrl?: string | undefined
  /** Empty without the demo world. */
  readonly personas: readonly ScreenPersona[]
  readonly startedInMs: number
}

/** The one screen that a start ends with. */
export const startScreen = ({ addresses, publicUrl, personas, startedInMs }: ScreenContent): string => {
  const phone = publicUrl ?? addresses.network[0]
  const lines = [
    '',
    `  社区通已启动（${(startedInMs / 1000).toFixed(1)} 秒）· Shequtong is running`,
    '',
    `  本机 this computer   ${addresses.local}`,
    ...(publicUrl === undefined ? addresses.network : [publicUrl]).map((url) => `  手机 phone           ${url}`),
    '',
    ...(phone === undefined ? [] : qrLines(phone)),
    ...(phone?.startsWith('http:') ? [plainHttp, ''] : []),
    ...(personas.length === 0 ? [] : personaLines(personas)),
    '  停止 stop: Ctrl+C',
    '',
  ]
  return lines.join('\n')
}

/** Browsers open the camera's live picture, encryption and offline storage on https or localhost only. */
const plainHttp =
  '  （手机经 http 访问时，浏览器不提供语音输入与离线功能 · over plain http phones lack voice input and offline use）'

const qrLines = (url: string): string[] => [
  ...renderUnicodeCompact(url, { border: 2 })
    .split('\n')
    .map((line) => `  ${line}`),
  '',
]

const personaLines = (personas: readonly ScreenPersona[]): string[] => {
  const width = Math.max(...personas.map(({ name }) => columnsOf(name)))
  return [
    '  演示人物，打开网页点一下即可登录 · demo personas, one click to sign in',
    ...personas.map(({ name, role }) => `    ${name}${' '.repeat(width - columnsOf(name))}  ${role}`),
    '',
  ]
}

/** A Chinese character takes two columns of a terminal. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1), 0)

/** What a second start says about the first. */
export const runningScreen = ({ addresses, pid }: RunningInstance): string =>
  `\n  社区通已经在运行（进程 ${pid}）· Shequtong is running already\n${addresses.map((url) => `\n  ${url}`).join('')}\n\n`
