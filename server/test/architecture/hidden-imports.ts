/** Ways to load a file that the arrows cannot follow, because its name is made up while the program runs. */
const ways: readonly (readonly [RegExp, string])[] = [
  // `import(` and then anything but one plain string
  [/\bimport\s*\(\s*(?!\s*(['"])[^'"]*\1\s*[,)])/g, 'imports a name that is made up'],
  [/\bimport\.meta\.glob\b/g, 'imports whatever fits a pattern'],
  [/\bcreateRequire\s*\(|(?<![\w.])require\s*\(/g, 'requires'],
]

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, '')

/** How a source loads files past the arrows; empty for one that does not. */
export const hiddenImportsIn = (path: string, text: string): string[] =>
  ways.flatMap(([pattern, what]) => (withoutComments(text).match(pattern) === null ? [] : [`${path} ${what}`]))
