/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'

const mostStops = 250

/** Goes from stop to stop as a person without a pointer does, until the focus is on `target`. */
const walkTo = async (page: Page, target: Locator): Promise<'there' | 'in its group'> => {
  const element = await target.elementHandle()
  for (let stop = 0; stop <= mostStops; stop += 1) {
    const where = await page.evaluate((wanted) => {
      const focused = document.activeElement
      if (focused === wanted) return 'there'
      const sameGroup =
        focused instanceof HTMLInputElement &&
        wanted instanceof HTMLInputElement &&
        focused.type === 'radio' &&
        wanted.type === 'radio' &&
        focused.name === wanted.name
      return sameGroup ? 'in its group' : 'elsewhere'
    }, element)
    if (where !== 'elsewhere') return where as 'there' | 'in its group'
    await page.keyboard.press('Tab')
  }
  throw new Error(`${page.url()}: ${mostStops} × Tab never reaches ${String(target)}`)
}

/** The focus must be seen: an outline, a frame or a shade of its own. */
const assertFocusShows = async (page: Page): Promise<void> => {
  const shows = await page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null) return true
    // what is hidden for the eye shows its focus on the label around it
    const shown = focused.closest('label') ?? focused
    const looks = (element: Element): string => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(element)
      return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join('|')
    }
    const chain = [focused, shown, shown.parentElement ?? shown, shown.parentElement?.parentElement ?? shown]
    const focusedLooks = chain.map(looks).join()
    ;(focused as HTMLElement).blur()
    const looksOtherwise = chain.map(looks).join() !== focusedLooks
    ;(focused as HTMLElement).focus()
    return looksOtherwise
  })
  if (!shows) throw new Error(`${page.url()}: the focus cannot be seen on ${await focusedName(page)}`)
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? 'nothing')

/** Within a group of choices: the shorter way round, since a choice may act as soon as it is made. */
const arrowTo = async (page: Page, target: Locator): Promise<void> => {
  const { steps, key } = await target.evaluate((element) => {
    const { name } = element as HTMLInputElement
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      (radio) => radio.name === name && !radio.disabled,
    )
    const from = group.indexOf(document.activeElement as HTMLInputElement)
    const down = (group.indexOf(element as HTMLInputElement) - from + group.length) % group.length
    const up = group.length - down
    return down <= up ? { steps: down, key: 'ArrowDown' } : { steps: up, key: 'ArrowUp' }
  })
  for (let step = 0; step < steps; step += 1) await page.keyboard.press(key)
}

export const pressByKeys = async (page: Page, target: Locator): Promise<void> => {
  const role = await target.evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'other'))
  const where = await walkTo(page, target)
  await assertFocusShows(page)
  if (role !== 'radio') return page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter')
  if (where === 'there') return page.keyboard.press('Space')
  await arrowTo(page, target)
}

export const typeByKeys = async (page: Page, target: Locator, text: string): Promise<void> => {
  await walkTo(page, target)
  await assertFocusShows(page)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** In a closed list the letters typed choose the line that begins with them; what a keyboard has no key for is left out. */
export const typeAhead = async (page: Page, target: Locator, line: string): Promise<void> => {
  await walkTo(page, target)
  await assertFocusShows(page)
  await page.keyboard.type(/^[\x21-\x7e]*/.exec(line)?.[0] ?? '')
}
