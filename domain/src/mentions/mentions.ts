import { ok, type Result, refused } from '../result.ts'
import type { CommunityRole } from '../roles/roles.ts'
import { defaultResponseRule, type ResponseClock, startClock } from '../service-requests/response-clock.ts'
import { countCodePoints } from '../text/characters.ts'
import { isSubstantiveAnswer } from '../text/substantive-answer.ts'
import type { Instant } from '../time.ts'

/** At most so many are named in one piece of words: more is a list and not a question. Our default. */
export const maxMentions = 5

/** What stands behind the @: a shown name, or what a role is called in the language of whoever wrote. */
export const mentionWordsMaxCodePoints = 40

/** Neighbours offered at once; whoever is looked for is found by one more character. Our default: what fits above a keyboard. */
export const maxMentionableShown = 8

/** Who is named: a neighbour by the membership, or whoever holds a role of the community. */
export type MentionTarget =
  | { readonly membershipId: string; readonly role: null }
  | { readonly membershipId: null; readonly role: CommunityRole }

/** Somebody named in words: `@` and `words` stand in them as they are. */
export type Mention = MentionTarget & { readonly words: string }

export type MentionViolation =
  | { readonly code: 'too-many-mentions'; readonly atMost: number }
  | { readonly code: 'mention-not-in-text' | 'mention-twice' | 'mention-unknown' | 'mention-of-oneself' }

/** Who could be named here: neighbours whom the words reach, under their shown names, and roles that somebody holds. */
export interface Mentionable {
  readonly members: ReadonlyMap<string, string>
  readonly roles: ReadonlySet<CommunityRole>
}

const keyOf = ({ membershipId, role }: MentionTarget): string => membershipId ?? role ?? ''

/** What can be said against mentions without knowing who lives here: see `checkMentions`. */
const checkShape = (text: string, mentions: readonly Mention[]): Result<true, MentionViolation> => {
  if (mentions.length > maxMentions) return refused({ code: 'too-many-mentions', atMost: maxMentions })
  if (new Set(mentions.map(keyOf)).size < mentions.length) return refused({ code: 'mention-twice' })
  const stands = ({ words }: Mention) =>
    words.trim() !== '' && countCodePoints(words) <= mentionWordsMaxCodePoints && text.includes(`@${words}`)
  return mentions.every(stands) ? ok(true) : refused({ code: 'mention-not-in-text' })
}

/**
 * Whether `mentions` may stand in `text`: up to `maxMentions`, nobody twice, each written out in it. A neighbour goes by the shown name
 * and is one whom the words reach; a role is held by somebody. Whoever left, was suspended or is out of reach is unknown, so that a
 * refusal tells nothing about them. Nobody names themselves: `author` is the own membership or role.
 */
export const checkMentions = (
  text: string,
  mentions: readonly Mention[],
  at: { readonly author: string; readonly mentionable: Mentionable },
): Result<true, MentionViolation> => {
  const shape = checkShape(text, mentions)
  if (!shape.ok) return shape
  if (mentions.some((mention) => keyOf(mention) === at.author)) return refused({ code: 'mention-of-oneself' })
  const { members, roles } = at.mentionable
  const isKnown = ({ membershipId, role, words }: Mention) =>
    role === null ? members.get(membershipId) === words : roles.has(role)
  return mentions.every(isKnown) ? ok(true) : refused({ code: 'mention-unknown' })
}

/**
 * The clock that a mention starts: 24 hours for a role, whose office it is to answer (the article: 居民@你，都要马上回应, said by a
 * committee secretary of her own office); none for a neighbour, who is told and owes nobody an answer.
 */
export const clockOf = ({ role }: MentionTarget, now: Instant): ResponseClock | undefined =>
  role === null ? undefined : startClock(defaultResponseRule, now)

/** Whether words below the same post answer a role that was named: its own, and substantive (收到 is none). */
export const answersMention = (
  named: CommunityRole,
  by: { readonly role: string | null; readonly text: string },
): boolean => by.role === named && isSubstantiveAnswer(by.text)

export interface MentionPart {
  /** Undefined: plain words. Else the place of the mention in the list. */
  readonly mention: number | undefined
  readonly text: string
}

/**
 * `text` cut where somebody is named, in its order; joined again it is the same text. Where one name begins like another, the longer
 * one counts. Words that were edited away name nobody any more.
 */
export const cutAtMentions = (text: string, words: readonly string[]): MentionPart[] => {
  const parts: MentionPart[] = []
  const order = words.map((_, n) => n).sort((a, b) => (words[b] ?? '').length - (words[a] ?? '').length)
  let plainFrom = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = order.find((n) => words[n] !== '' && text.startsWith(words[n] ?? '', at + 1))
    if (found === undefined) continue
    if (at > plainFrom) parts.push({ mention: undefined, text: text.slice(plainFrom, at) })
    plainFrom = at + 1 + (words[found] ?? '').length
    parts.push({ mention: found, text: text.slice(at, plainFrom) })
    at = plainFrom - 1
  }
  if (plainFrom < text.length) parts.push({ mention: undefined, text: text.slice(plainFrom) })
  return parts
}

/** What is being typed after the last `@` before the caret: undefined where no name is being typed. `at`: of the `@`, in UTF-16 units. */
export const typedMention = (
  text: string,
  caret: number,
): { readonly at: number; readonly query: string } | undefined => {
  const at = text.lastIndexOf('@', caret - 1)
  if (at < 0 || caret <= at) return undefined
  // an address of e-mail is no mention
  if (/[\w.]/.test(text[at - 1] ?? '')) return undefined
  const query = text.slice(at + 1, caret)
  return /[\s，。！？、,.!?；：;:]/.test(query) || countCodePoints(query) > mentionQueryMaxCodePoints
    ? undefined
    : { at, query }
}

export const mentionQueryMaxCodePoints = 16
