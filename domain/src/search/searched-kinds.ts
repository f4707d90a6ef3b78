/** Kinds of subjects whose words can be found. */
export const searchedKinds = ['serviceRequest'] as const
export type SearchedKind = (typeof searchedKinds)[number]

/** What is looked for may be as long as a sentence. */
export const longestQueryCodePoints = 60
