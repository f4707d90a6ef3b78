/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/**
 * What a screen is made of, as far as axe can tell two screens apart: each element with its class, role and state inside the one
 * it stands in, and the order of headings and landmarks. Words, names of things and addresses are left out.
 */
export const partsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const telling = ['role', 'type', 'alt', 'lang', 'tabindex', 'disabled', 'hidden', 'inert', 'open']
    const states = new Set(['true', 'false', 'mixed', 'page', 'step', 'location', 'polite', 'assertive'])
    const attribute = (element: Element, name: string) => {
      const value = element.getAttribute(name) ?? ''
      if (name.startsWith('aria-'))
        return states.has(value) ? `[${name}=${value}]` : `[${name}${value === '' ? '=' : ''}]`
      return ['role', 'type', 'tabindex'].includes(name) ? `[${name}=${value}]` : `[${name}]`
    }
    const kind = (element: Element) =>
      element.localName +
      [...element.classList]
        .sort()
        .map((name) => `.${name}`)
        .join('') +
      element
        .getAttributeNames()
        .filter((name) => name.startsWith('aria-') || name.startsWith('data-') || telling.includes(name))
        .sort()
        .map((name) => attribute(element, name))
        .join('')
    const outline = [...document.querySelectorAll('h1, h2, h3, h4, main, nav, header, footer, aside, dialog[open]')]
      .map(({ localName }) => localName)
      .filter((name, at, all) => name !== all[at - 1])
    const parts = new Set([`order ${outline.join(' ')}`])
    for (const element of document.querySelectorAll('html, body, body *'))
      parts.add(`${element.parentElement === null ? '' : kind(element.parentElement)} > ${kind(element)}`)
    return [...parts]
  })

const newLine = 10

/**
 * Which parts axe found without fault, by device. With a folder (SHEQUTONG_EXAMINED_DIR) the processes of one run tell each other;
 * two that look at once at worst both examine.
 */
export class KnownParts {
  private readonly folder: string | undefined
  private readonly known = new Set<string>()
  /** How many bytes of each file of the folder are known. */
  private readonly read = new Map<string, number>()

  constructor(folder = process.env.SHEQUTONG_EXAMINED_DIR || undefined) {
    this.folder = folder
  }

  hasAll(device: string, parts: readonly string[]): boolean {
    if (this.knows(device, parts)) return true
    this.readOthers()
    return this.knows(device, parts)
  }

  /** Call it when nothing was wrong with them. */
  add(device: string, parts: readonly string[]): void {
    const fresh = parts.map((part) => `${device} ${part}`).filter((part) => !this.known.has(part))
    for (const part of fresh) this.known.add(part)
    if (this.folder === undefined || fresh.length === 0) return
    mkdirSync(this.folder, { recursive: true })
    appendFileSync(join(this.folder, `${process.pid}.txt`), fresh.map((part) => `${part}\n`).join(''))
  }

  private knows(device: string, parts: readonly string[]): boolean {
    return parts.every((part) => this.known.has(`${device} ${part}`))
  }

  private readOthers(): void {
    if (this.folder === undefined) return
    mkdirSync(this.folder, { recursive: true })
    for (const file of readdirSync(this.folder)) {
      const from = this.read.get(file) ?? 0
      const path = join(this.folder, file)
      if (statSync(path).size === from) continue
      const fresh = readFileSync(path).subarray(from)
      // the last line may be half written
      const whole = fresh.subarray(0, fresh.lastIndexOf(newLine) + 1)
      this.read.set(file, from + whole.length)
      for (const part of whole.toString().split('\n')) this.known.add(part)
    }
  }
}
