import { type Browser, chromium } from 'playwright-core'

/** Without a sandbox, because as root there is none; silent, so that no request leaves for anybody but the site. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags, timeout: 30_000 })
