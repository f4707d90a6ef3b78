/** Words that belong to one machine and not into the repository, with what they are. */
const traces: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.)}~-])\/(root|(home|Users)\/[\w.-]+)\/[\w.-]+/, 'a path of one machine'],
  // the repository as it lies on one machine, or a folder beside it
  [
    /(?<![\w.)}~:/-])\/[\w-]+\/(main|shared)\/|(?<![\w.)}~:/-])(\/[\w-]+)+\/(node_modules|(server|web|domain|contract|worlds|e2e)\/src)\//,
    'a path of one machine',
  ],
  [/(?<![\w.)}~-])\/tmp\/[\w.-]+/, 'a path of one machine'],
  [/\b[A-Z]:\\\\?Users\\/, 'a path of one machine'],
  [/https?:\/\/[\w.-]*(registry|npmmirror|artifactory|nexus)[\w.-]*\.[a-z]+/, 'the host of a package registry'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
]

/** What of one machine stands in a text, line by line. */
export const tracesIn = (path: string, text: string): string[] =>
  text.split('\n').flatMap((line, index) =>
    traces.flatMap(([pattern, what]) => {
      const found = line.match(pattern)
      return found === null ? [] : [`${path}:${index + 1} holds ${what}: ${found[0]}`]
    }),
  )

interface Lock {
  packages: Record<string, { resolved?: string; link?: boolean }>
}

/** Packages whose place of download stands in the lock file: everybody has their own registry. */
export const downloadAddresses = (lockFile: string): string[] =>
  Object.entries((JSON.parse(lockFile) as Lock).packages)
    .filter(([, { resolved, link }]) => resolved !== undefined && link !== true)
    .map(([name, { resolved }]) => `${name} from ${resolved}`)
