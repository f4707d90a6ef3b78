/** Where to go after signing in: only a path of our own; `//host` and `/\host` would leave it. */
export const returnToOf = (asked: string | null | undefined): string | null =>
  asked !== null && asked !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(asked) ? asked : null

/** The sign-in page, from which one comes back to `address`. */
export const signInOnTheWayTo = (address: string): string => {
  const returnTo = returnToOf(address)
  return returnTo === null ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`
}

const membersRooms = /^\/(home|compose|mine|registrations|communities|me|work|command)(?=[/?#]|$)/

/** Where a visitor without a session who opens `address` goes first; null where it is open to everybody. */
export const doorTo = (address: string): string | null =>
  membersRooms.test(address) ? signInOnTheWayTo(address) : null
