import { existsSync } from 'node:fs'
import { checkConfig, type Missing } from './config/check-config.ts'
import type { Config } from './config/config-types.ts'
import { StartRefusal } from './start-refusal.ts'

/** The configuration of this process, from its environment and command line. Throws a StartRefusal with all that is missing. */
export const readConfig = (): Config => {
  const around = { workingFolder: process.cwd(), hasFile: existsSync }
  const checked = checkConfig(process.env, process.argv.slice(2), around)
  if (checked.ok) return checked.value
  throw configRefusal(checked.violation.missing)
}

export const configRefusal = (missing: readonly Missing[]): StartRefusal => {
  const list = (language: 'zh' | 'en') => missing.map(({ name, words }) => `\n  ${name}: ${words[language]}`).join('')
  return new StartRefusal(
    'config-refused',
    { zh: '配置不完整，没有启动：', en: 'The configuration is not complete; nothing was started:' },
    { zh: list('zh'), en: list('en') },
  )
}
