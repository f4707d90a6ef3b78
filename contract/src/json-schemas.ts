import * as z from 'zod'
import * as assisted from './assisted.ts'
import * as commandCenter from './command-center.ts'
import * as dwellingRoll from './dwelling-roll.ts'
import * as identity from './identity.ts'
import * as memberships from './memberships.ts'
import * as notifications from './notifications.ts'
import * as problems from './problems.ts'
import * as registrations from './registrations.ts'
import * as roles from './roles.ts'
import * as serviceRequests from './service-requests.ts'
import * as sessions from './sessions.ts'
import * as territory from './territory.ts'

type Json = Record<string, unknown>
/** `input`: what is sent, before parsing. `output`: what is replied. */
export type Side = 'input' | 'output'

const modules = [
  sessions,
  territory,
  registrations,
  serviceRequests,
  roles,
  dwellingRoll,
  commandCenter,
  identity,
  notifications,
  memberships,
  assisted,
  problems,
]

/** Exported objects get the name of their export in the document; everything smaller stands where it is used. */
const nameOf = new Map<unknown, string>(
  modules
    .flatMap((module) => Object.entries(module))
    .filter(([, value]) => value instanceof z.ZodObject)
    .map(([name, value]) => [value, name]),
)

/** What zod is told about a schema: its own `meta`, and its name as id. */
const metadata = z.registry<{ id?: string | undefined }>()
for (const [schema, id] of nameOf) {
  const own = z.globalRegistry.get(schema as z.ZodType) ?? {}
  metadata.add(schema as z.ZodType, { ...own, id })
}
const ownGet = metadata.get.bind(metadata)
metadata.get = ((schema: z.ZodType) => ownGet(schema) ?? z.globalRegistry.get(schema)) as typeof metadata.get

const named: Record<Side, Map<string, Json>> = { input: new Map(), output: new Map() }

/** JSON Schema 2020-12 of a contract schema; named parts are references into `#/components/schemas`. */
export const jsonSchemaOf = (schema: z.ZodType, side: Side): Json => {
  const {
    $schema: _,
    $defs,
    ...own
  } = z.toJSONSchema(schema, {
    io: side,
    metadata,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // replies may grow: a reader has to pass over what it does not know
      if (side === 'output') delete jsonSchema.additionalProperties
    },
  }) as Json & { $defs?: Record<string, Json> }
  for (const [id, { id: _id, ...definition }] of Object.entries($defs ?? {}))
    named[side].set(id, pointToComponents(definition, side))
  const { id, ...inline } = own as Json & { id?: string }
  if (id === undefined) return pointToComponents(inline, side)
  named[side].set(id, pointToComponents(inline, side))
  return { $ref: refTo(id, side) }
}

/** What was named so far, by name in alphabetical order. Call it after everything was asked for. */
export const namedSchemas = (): Json =>
  Object.fromEntries(
    (['input', 'output'] as const)
      .flatMap((side) => [...named[side]].map(([id, schema]) => [componentName(id, side), schema] as const))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const componentName = (id: string, side: Side): string => (side === 'input' ? `${id}Input` : id)
const refTo = (id: string, side: Side): string => `#/components/schemas/${componentName(id, side)}`

const pointToComponents = (value: Json, side: Side): Json =>
  JSON.parse(
    JSON.stringify(value).replace(/"#\/\$defs\/(\w+)"/g, (_, id: string) => JSON.stringify(refTo(id, side))),
  ) as Json
