import { checkPublishedText, checkReadableText } from '@shequtong/domain/text/published-text'
import * as z from 'zod'

/** An instant on the wire: RFC 3339, UTC, milliseconds. */
export const InstantText = z.iso.datetime()
/** A calendar date in Asia/Shanghai. */
export const DateText = z.iso.date()
export const Uuid = z.uuid()

/** Integer ids of the territory (int4) in a path. */
export const TerritoryId = z.coerce.number().int().min(1).max(2_147_483_647)

export const CommunityParams = z.object({ communityId: TerritoryId })

/** An opaque keyset cursor; absent on the first page. */
export const Cursor = z.string().max(200).optional()
export const PageQuery = z.object({ cursor: Cursor })

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** For OpenAPI: what the transforms below ask of the string, which a JSON Schema of the transform could not tell. */
const described = (minLength: number, maxLength: number, description: string) =>
  z.string().meta({ ...(minLength > 0 ? { minLength } : {}), maxLength, description })

const checkedText = (
  check: typeof checkPublishedText,
  [minCodePoints, maxCodePoints]: readonly [number, number],
  description: string,
) =>
  described(minCodePoints, maxCodePoints, description).transform((text, context) => {
    const checked = check(text, { minCodePoints, maxCodePoints })
    if (checked.ok) return checked.value
    context.addIssue({ code: 'custom', message: checked.violation.code, params: { ...checked.violation }, input: text })
    return z.NEVER
  })

/**
 * Words that others will read: NFC, no control or bidi characters, no lone surrogates, no ID or mobile numbers
 * (个人信息保护法 art. 25; the refusal names the place so that the form can mark it).
 */
export const publishedText = (minCodePoints: number, maxCodePoints: number) =>
  checkedText(
    checkPublishedText,
    [minCodePoints, maxCodePoints],
    'Read by others. Lengths in code points, after NFC and trimming; no control or reordering characters, no ID or full mobile numbers.',
  )

/** Short words that only the responsible and the subject read (a name, a reason): readable, and may hold any number. */
export const plainText = (minCodePoints: number, maxCodePoints: number) =>
  checkedText(
    checkReadableText,
    [minCodePoints, maxCodePoints],
    'Lengths in code points, after NFC and trimming; no control or reordering characters.',
  )

export const Done = z.object({ done: z.literal(true) })
