import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

const local = (address: string): boolean => !/^([a-z]+:|\/\/)/i.test(address)

/** Scripts and styles that the page names: its own, preloaded ones, the manifest; icons are fetched later or never. */
const namedIn = (html: string): string[] => {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? []
  return tags.flatMap((tag) => {
    const address = /\b(?:src|href)="([^"]+)"/i.exec(tag)?.[1]
    const counts = /^<script/i.test(tag) || /\brel="(?:stylesheet|modulepreload|preload|manifest)"/i.test(tag)
    return address !== undefined && counts && local(address) ? [address.replace(/^\/|[?#].*$/g, '')] : []
  })
}

/** Modules that a script imports as it starts; those behind `import()` come when they are needed. */
const importedIn = (script: string, path: string): string[] =>
  [...script.matchAll(/(?:^|[;}\n])\s*(?:import|export)\b[^;"'()]*?["'](\.{1,2}\/[^"']+\.js)["']/g)].map(
    ([, address = '']) => posix.join(posix.dirname(path), address),
  )

/** Files below `dist`, each once: the page and everything that it loads by itself before anyone touches it. */
export const firstLoadOf = async (dist: string): Promise<string[]> => {
  const found = new Set(['index.html'])
  for (const path of found) {
    const text = await readFile(join(dist, path), 'utf8')
    const more = path.endsWith('.html') ? namedIn(text) : path.endsWith('.js') ? importedIn(text, path) : []
    for (const one of more) found.add(one)
  }
  return [...found]
}
