/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { devices } from '../../e2e/src/devices.ts'
import type { Stage } from '../../e2e/src/stage.ts'

/** Of a phone on a crowded mobile network: what Chromium's tools call "Fast 4G", and a processor slowed down four times. */
export const phoneSlowdown = 4
export const network = { latencyMs: 165, downKbps: 9_000 * 0.9, upKbps: 1_500 * 0.9 } as const

export interface Visit {
  readonly name: string
  readonly path: string
  /** A persona of the demo; a stranger without. */
  readonly as?: string
  /** Words that the page shows once its content is there. */
  readonly shows: string
}

export interface LoadTime {
  readonly name: string
  /** What was sent over the network until it was there, headers included. */
  readonly scriptBytes: number
  readonly allBytes: number
  readonly paintedMs: number
  /** Its content is there, and the main thread is free to answer a finger: the end of the last task over 50 ms, or the content. */
  readonly interactiveMs: number
}

interface Seen {
  readonly contentMs: number
  readonly taskEndMs: number
  readonly paintedMs: number
}

/** Runs in the page before anything else does: notes when `words` are there and when the last long task ended. */
const lookOut = (words: string): void => {
  const seen = { contentMs: 0, taskEndMs: 0, paintedMs: 0 }
  Object.assign(globalThis, { seen })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.taskEndMs = startTime + duration
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') seen.paintedMs = startTime
  }).observe({ type: 'paint', buffered: true })
  const looking = setInterval(() => {
    if (document.getElementById('app')?.textContent?.includes(words) !== true) return
    seen.contentMs = performance.now()
    clearInterval(looking)
  }, 10)
}

const restMs = 500

/** From an empty cache, as the very first visit with this phone. */
export const timeLoad = async (stage: Stage, { name, path, as, shows }: Visit): Promise<LoadTime> => {
  const { viewport } = devices.phone
  const context = await stage.browser.newContext({ viewport, hasTouch: true, isMobile: true, locale: 'zh-CN' })
  try {
    if (as !== undefined)
      await context.request.post(`${stage.origin}/api/v1/demo/sign-in`, {
        data: { personaId: as },
        headers: { 'idempotency-key': randomUUID() },
      })
    const page = await context.newPage()
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    const bytesPerSecond = (kbps: number) => (kbps * 1_000) / 8
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: bytesPerSecond(network.downKbps),
      uploadThroughput: bytesPerSecond(network.upKbps),
    })
    await tools.send('Emulation.setCPUThrottlingRate', { rate: phoneSlowdown })
    const kinds = new Map<string, string>()
    let [scriptBytes, allBytes] = [0, 0]
    tools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      allBytes += encodedDataLength
      if (kinds.get(requestId) === 'Script') scriptBytes += encodedDataLength
    })
    await page.addInitScript(lookOut, shows)
    await page.goto(`${stage.origin}${path}`, { waitUntil: 'commit' })
    const look = () => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
    let seen = await look()
    for (const until = Date.now() + 30_000; seen.contentMs === 0; seen = await look()) {
      if (Date.now() > until) throw new Error(`${name}: ${path} never shows ${shows}`)
      await sleep(50)
    }
    await sleep(restMs)
    const { contentMs, taskEndMs, paintedMs } = await look()
    return { name, scriptBytes, allBytes, paintedMs, interactiveMs: Math.max(contentMs, taskEndMs) }
  } finally {
    await context.close()
  }
}
