import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import * as z from 'zod'

/** Replies kept as they stand although they hold text, each with its reason. */
export const harmlessTexts: Readonly<Record<string, string>> = {
  importRoll: 'doors and headings of the file that was uploaded; what stood in its cells is never told',
}

const namelessFormats = new Set(['uuid', 'datetime', 'date'])

/** Where in `schema` text stands that may be a name or somebody's words: everything but ids, instants, enums and literals. */
export const textsIn = (schema: z.ZodType, path = ''): string[] => {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]) => textsIn(part as z.ZodType, `${path}/${name}`))
  if (schema instanceof z.ZodArray) return textsIn(schema.element as z.ZodType, `${path}/*`)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return textsIn(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => textsIn(one as z.ZodType, path))
  if (schema instanceof z.ZodStringFormat && namelessFormats.has(schema.format ?? '')) return []
  const nameless = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral].some((kind) => schema instanceof kind)
  return nameless ? [] : [path]
}

/** Texts that would lie under the key of this write for a week; none where the reply is made anew. */
export const keptTexts = (name: string, endpoint: AnyEndpoint, isMadeAnew: boolean): string[] =>
  isMadeAnew || harmlessTexts[name] !== undefined ? [] : textsIn(endpoint.reply)
