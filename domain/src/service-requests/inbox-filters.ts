/**
 * What somebody wants to see of an inbox. `waiting`: no substantive answer yet, a paused clock included; `overdue`: of these, past the
 * deadline, where a pause holds the time; `paused`: its clock stands still; `answered`: waits for a result; `mine`: assigned to whoever
 * looks, filed by them, or in the hands of their role.
 */
export const inboxShows = ['waiting', 'overdue', 'paused', 'answered', 'mine'] as const
export type InboxShow = (typeof inboxShows)[number]

/** The same of an officer's inbox, where everything has been escalated to the level and nobody in it is assigned anything. */
export const officersInboxShows = ['waiting', 'overdue', 'answered'] as const satisfies readonly InboxShow[]
export type OfficersInboxShow = (typeof officersInboxShows)[number]

/** As what kind of file an inbox may be taken out. */
export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Rows of one file: more than a community ever has open, and a bound all the same. */
export const mostExported = 5_000

export const inboxWordsMaxCodePoints = 40

/** The words of `text`, each to be found by itself, in small letters; at most five. */
export const wordsToFind = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 5)
