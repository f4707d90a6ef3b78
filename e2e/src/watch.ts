import type { BrowserContext, Response } from 'playwright-core'

/** What a person's browser said and got behind the screen. */
export interface Watched {
  /** Failed scripts, forbidden loads, faults of the server. */
  readonly faults: string[]
  /** Requests to the site under way. */
  readonly pending: () => number
  /** Everything readable that the site sent. */
  readonly received: () => Promise<readonly { readonly url: string; readonly text: string }[]>
  /** From now on a lost connection is part of the story. */
  readonly forgivesNetwork: () => void
  /** This other site is part of the story. */
  readonly mayLeaveFor: (origin: string) => void
}

const readable = /json|html|text|javascript/

/** The browser reports a refused request as an error of the page; a refusal is an answer. */
const isRefusal = (text: string): boolean => /status of 4\d\d/.test(text)
const isNetwork = (text: string): boolean =>
  /ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED|CONNECTION|TIMED_OUT)/.test(text)

export const watch = (context: BrowserContext, origin: string): Watched => {
  const faults: string[] = []
  const texts: Promise<{ url: string; text: string }>[] = []
  const open = new Set<unknown>()
  let forgiving = false
  const others = new Set<string>()
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const text = message.text()
    if (isRefusal(text) || (forgiving && isNetwork(text))) return
    faults.push(`console: ${text} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    if (request.url().startsWith(origin)) open.add(request)
    else if (/^https?:/.test(request.url()) && !others.has(new URL(request.url()).origin))
      faults.push(`asked somebody else: ${request.url()}`)
  })
  context.on('requestfinished', (request) => open.delete(request))
  context.on('requestfailed', (request) => open.delete(request))
  const keep = (response: Response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
    if (!readable.test(response.headers()['content-type'] ?? '')) return
    texts.push(
      response.text().then(
        (text) => ({ url: response.url(), text }),
        () => ({ url: response.url(), text: '' }),
      ),
    )
  }
  context.on('response', keep)
  return {
    faults,
    pending: () => open.size,
    received: () => Promise.all(texts),
    forgivesNetwork: () => {
      forgiving = true
    },
    mayLeaveFor: (other) => {
      others.add(other)
    },
  }
}
