import * as z from 'zod'
import { apiByFeature } from './api.ts'
import type { AnyEndpoint } from './endpoint.ts'
import { jsonSchemaOf, namedSchemas } from './json-schemas.ts'
import { commonProblems, Problem, type ProblemSlug, problems } from './problems.ts'

type Json = Record<string, unknown>

const featureSummaries: Readonly<Record<keyof typeof apiByFeature, string>> = {
  sessions: 'Signing in and out, sessions, and the capacity one acts in',
  territory: 'Public pages behind the gate codes, buildings, and the codes themselves',
  registrations: 'Becoming a member, and the review of it',
  serviceRequests: 'What residents say and ask, up to its stated result',
  escalation: 'What a community reports upward, and the inbox of the level that has it then',
  handOver: 'What was offered to another role is taken on, declined or taken back',
  ratings: 'What the asker thought of a round: attitude and result, apart',
  inbox: 'What a role works on, most urgent first, and what belongs to it',
  inboxViews: 'Parts of an inbox that somebody keeps under a name',
  merging: 'Several that say the same go on as one, and come apart again',
  boards: 'What stands on the notice board of a community, who speaks and who answers there',
  answerTemplates: 'Prepared answers of a desk, none of which counts as an answer alone',
  reports: 'Words that somebody thinks should not stand there, and what the committee decided',
  posts: 'Announcements and words among neighbours, without a clock',
  mentions: 'Whom words name with an @, and the clock that runs for a role',
  feed: 'Everything that was said, newest first',
  photos: 'Pictures that stand in something said',
  roles: 'Who holds which role where, granting, ending and handing over',
  dwellingRoll: 'Who the committee knows to live or own where: import, export, doors without members',
  commandCenter: 'District, subdistrict and community at a glance',
  identity: 'Looks at a real identity, each logged and shown to its subject',
  notifications: 'The inbox of what happened to me',
  memberships: 'How a membership goes on and ends; new phone numbers; neighbours one does not read',
  dataExport: 'Everything held about me, to take along',
  assisted: 'What is filed on behalf of somebody, with paper and receipt',
  rota: 'Who is on duty at night, at weekends and on holidays, and who stands in for whom',
  search: 'Finding what was said by its words, and what is like what is being written',
  erasure: 'Erasing what is known of a person who is no neighbour',
}

const root = '/api/v1'

/** The OpenAPI 3.1 document of the whole API, made of the contract's schemas alone. */
export const openApiDocument = (version = '0.1.0'): object => ({
  openapi: '3.1.1',
  info: {
    title: '社区通 · Shequtong',
    version,
    description: 'Where the residents of a community meet under their real names and govern their place together.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: root, description: 'This server' }],
  tags: Object.entries(featureSummaries).map(([name, description]) => ({ name, description })),
  paths: pathsOf(),
  components: {
    schemas: namedSchemas(),
    responses: Object.fromEntries(Object.keys(problems).map((slug) => [slug, problemResponse(slug as ProblemSlug)])),
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-shequtong', description: 'Set by signing in; httpOnly' },
      sessionOnPlainHttp: { type: 'apiKey', in: 'cookie', name: 'shequtong', description: 'The same, without https' },
    },
  },
})

const pathsOf = (): Json => {
  const paths: Record<string, Json> = {}
  for (const [feature, endpoints] of Object.entries(apiByFeature))
    for (const [name, endpoint] of Object.entries(endpoints) as [string, AnyEndpoint][]) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(feature, name, endpoint) }
    }
  return paths
}

const operation = (feature: string, name: string, endpoint: AnyEndpoint): Json => ({
  operationId: name,
  tags: [feature],
  summary: endpoint.summary,
  ...(endpoint.permission === 'public'
    ? { security: [{}] }
    : { security: [{ session: [] }, { sessionOnPlainHttp: [] }] }),
  'x-permission': endpoint.permission,
  parameters: [
    ...parametersOf('path', endpoint.params),
    ...parametersOf('query', endpoint.query),
    ...(endpoint.method === 'GET' ? [] : [idempotencyKey]),
  ],
  ...bodyOf(endpoint),
  responses: { 200: replyOf(endpoint), ...problemsOf(endpoint) },
})

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Names this write: sent again with the same key it does nothing more and gets the same reply.',
  schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
}

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
  if (!(schema instanceof z.ZodObject)) return []
  const whole = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || (whole.required ?? []).includes(name),
    schema: jsonSchemaOf(part, 'input'),
  }))
}

const bodyOf = ({ body, binaryBody }: AnyEndpoint): Json => {
  if (binaryBody !== undefined) {
    const { accepts, maxBytes } = binaryBody
    const content = Object.fromEntries(accepts.map((type: string) => [type, { schema: { maxLength: maxBytes } }]))
    return { requestBody: { required: true, description: `At most ${maxBytes} bytes.`, content } }
  }
  if (body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body, 'input') } } } }
}

const replyOf = ({ reply, binaryReply }: AnyEndpoint): Json => ({
  description: 'Done',
  content:
    binaryReply === undefined
      ? { 'application/json': { schema: jsonSchemaOf(reply, 'output') } }
      : { [binaryReply]: { schema: {} } },
})

/** One response per status; where several problems share a status each one is an example. */
const problemsOf = (endpoint: AnyEndpoint): Json => {
  const slugs = [...new Set<ProblemSlug>([...endpoint.problems, ...commonProblems])]
  const byStatus = Map.groupBy(slugs, (slug) => problems[slug].status)
  return Object.fromEntries(
    [...byStatus].map(([status, [first, ...more]]) => [
      status,
      first !== undefined && more.length === 0
        ? { $ref: `#/components/responses/${first}` }
        : problemContent(
            [first, ...more].filter((slug) => slug !== undefined).map((slug) => [slug, problems[slug].title]),
          ),
    ]),
  )
}

const problemResponse = (slug: ProblemSlug): Json => ({
  ...problemContent([[slug, problems[slug].title]]),
  ...(slug === 'rate-limited'
    ? { headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } } } }
    : {}),
})

const problemContent = (told: readonly (readonly [ProblemSlug, string])[]): Json => ({
  description: told.map(([slug, title]) => `${slug}: ${title}`).join('. '),
  content: {
    'application/problem+json': {
      schema: jsonSchemaOf(Problem, 'output'),
      examples: Object.fromEntries(
        told.map(([slug, title]) => [
          slug,
          { value: { type: `/problems/${slug}`, title, status: problems[slug].status } },
        ]),
      ),
    },
  },
})
