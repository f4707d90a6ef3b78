/** Where to go after signing in: only a path of our own; `//host` and `/\host` would leave it. */
export const returnToOf = (asked: string | null | undefined): string | null =>
  asked !== null && asked !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(asked) ? asked : null
