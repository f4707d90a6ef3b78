/** Kinds of subjects whose words can be found. */
export const searchedKinds = ['serviceRequest', 'post'] as const
export type SearchedKind = (typeof searchedKinds)[number]

/** Stands among whom something concerns for every role there is. */
export const anyRole = 'anyRole'

/** What is looked for may be as long as a sentence. */
export const longestQueryCodePoints = 60
