/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const axeSource = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

const runAxe = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource)
  const { violations } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run: (...given: unknown[]) => Promise<AxeResult> } }).axe.run(document, {
        resultTypes: ['violations'],
        selectors: false,
        ...(runOnly === undefined ? {} : { runOnly }),
      }),
    rules,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `axe ${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  )
}

/** WCAG A and AA and good practice: what axe can see by day, and the colors of the same screen by night. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  const byDay = await runAxe(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const byNight = await runAxe(page, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
  return [...byDay, ...byNight.map((fault) => `by night: ${fault}`)]
}

/**
 * Visible things to press that are smaller than `leastPx` either way (rules: 44 px, 60 px in elder mode). A label around or
 * for a field is its target; a link within running words is exempt, as in WCAG 2.5.8.
 */
export const smallTargets = (page: Page, leastPx: number): Promise<string[]> =>
  page.evaluate((least) => {
    const interactive =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [role=switch], [role=option], [role=menuitem]'
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    const faults: string[] = []
    for (const element of top.querySelectorAll<HTMLElement>(interactive)) {
      const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])][0] : undefined
      const isChoice = element instanceof HTMLInputElement && ['radio', 'checkbox', 'file'].includes(element.type)
      const frame = element.matches('input, textarea') && !isChoice ? element.closest<HTMLElement>('.input') : undefined
      const target = (isChoice ? label : frame) ?? element
      if (!target.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      if (target.closest('[aria-hidden=true], [inert]') !== null) continue
      const { width, height, right, bottom } = target.getBoundingClientRect()
      const isClipped = width <= 1 || height <= 1 || right <= 0 || bottom <= 0
      if (isClipped) continue
      const block = target.parentElement
      const inWords =
        target instanceof HTMLAnchorElement &&
        getComputedStyle(target).display === 'inline' &&
        (block?.textContent ?? '').trim().length > (target.textContent ?? '').trim().length
      if (inWords || (width >= least - 0.5 && height >= least - 0.5)) continue
      faults.push(
        `target ${Math.round(width)}×${Math.round(height)} px < ${least}: ${target.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 160)}`,
      )
    }
    return faults
  }, leastPx)

/** What makes the page wider than its window, so that it has to be pushed sideways to be read. */
export const sidewaysFaults = (page: Page, widthPx: number): Promise<string[]> =>
  page.evaluate((width) => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= width) return []
    const out = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility(),
    )
    return [
      `reflow: ${scrollWidth} px wide at ${width}: ${out
        .slice(0, 4)
        .map((element) => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120))
        .join(' | ')}`,
    ]
  }, widthPx)

const narrowPx = 320

/** WCAG 1.4.10: at 320 CSS px, a phone of 640 at 200 %, nothing sticks out sideways. */
export const reflowFaults = async (page: Page): Promise<string[]> => {
  const before = page.viewportSize() ?? { width: 360, height: 780 }
  await page.setViewportSize({ width: narrowPx, height: before.height })
  const faults = await sidewaysFaults(page, narrowPx)
  await page.setViewportSize(before)
  return faults
}
