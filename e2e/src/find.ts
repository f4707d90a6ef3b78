import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'

/** What can be pressed or chosen, by its role; never by how it is built. */
const pressable = ['button', 'link', 'radio', 'checkbox', 'tab', 'menuitem', 'option', 'switch'] as const
const typable = ['textbox', 'searchbox', 'combobox', 'spinbutton'] as const

const patienceMs = 8_000

/** Where one looks: the topmost open dialog, else the page. */
export const sceneOf = async (page: Page): Promise<Page | Locator> => {
  const dialogs = page.getByRole('dialog').filter({ visible: true })
  const count = await dialogs.count()
  return count === 0 ? page : dialogs.nth(count - 1)
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const match = async (
  scene: Page | Locator,
  roles: readonly Parameters<Locator['getByRole']>[0][],
  name: string,
  choose: (found: Locator) => Locator,
): Promise<Locator | undefined> => {
  // the whole name, else its beginning, else somewhere in it: a card's name goes on with what the card says
  for (const wanted of [new RegExp(`^${escaped(name)}$`), new RegExp(`^${escaped(name)}`), new RegExp(escaped(name))])
    for (const role of roles) {
      const found = scene.getByRole(role, { name: wanted })
      if ((await found.count()) > 0) return choose(found)
    }
  return undefined
}

const patiently = async (page: Page, look: () => Promise<Locator | undefined>, what: string): Promise<Locator> => {
  for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(40)) {
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
  }
  const seen = await page.getByRole('button').or(page.getByRole('link')).or(page.getByRole('radio')).all()
  const names = await Promise.all(seen.slice(0, 60).map((each) => each.ariaSnapshot().catch(() => '')))
  throw new Error(`${page.url()} offers no ${what}; it offers:\n${names.join('\n')}`)
}

export type Choose = (found: Locator) => Locator

const first: Choose = (found) => found.first()

export const findPressable = (page: Page, name: string, choose: Choose = first): Promise<Locator> =>
  patiently(page, async () => match(await sceneOf(page), pressable, name, choose), `“${name}” to press`)

export const findTypable = (page: Page, label: string): Promise<Locator> =>
  patiently(page, async () => match(await sceneOf(page), typable, label, first), `“${label}” to write into`)

export const isOffered = async (page: Page, name: string): Promise<boolean> =>
  (await match(await sceneOf(page), pressable, name, first)) !== undefined
