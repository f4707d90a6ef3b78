/** What each fact of the outbox adds to the interactions: what somebody says to others. A mere receipt and a view add nothing. */
const added: Readonly<Record<string, 1 | -1>> = {
  'service_request.submitted': 1,
  'service_request.replied': 1,
  'service_request.answered': 1,
  'service_request.asked_back': 1,
  'service_request.supported': 1,
  'service_request.unsupported': -1,
  'post.published': 1,
  'post.replied': 1,
}

/** The types of fact that count, e.g. to ask the database for them. */
export const interactionTypes: readonly string[] = Object.keys(added)

/** 1, 0 or -1 for a fact of this type, `<aggregate>.<past>`. What is taken away later by moderators was said all the same. */
export const interactionsOf = (type: string): -1 | 0 | 1 => added[type] ?? 0
