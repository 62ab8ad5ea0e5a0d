import { refusedAnswer } from '@portico/protocol/answers'
import * as s from '@portico/protocol/schema'
import { VERSION } from '@portico/protocol/version'
import { SESSION_COOKIE } from './cookie.ts'
import type { Route, Who } from './route.ts'

/** Served beside the routes, each with the reason why it is none. */
export const BESIDE: Readonly<Record<string, string>> = {
  'WS /socket': 'frames both ways (docs/protocol.md)',
  'POST /stream': 'frames, one after the other, for whom no socket opens (docs/protocol.md)',
  'POST /poll': 'the same, held until there is something to say',
  'POST /commands': 'the commands of a socket, for those two',
  'GET /metrics': 'of one node, for Prometheus, where PORTICO_METRICS_TOKEN is set (docs/operations.md)',
}

type Json = Readonly<Record<string, unknown>>
export type OpenApi = { openapi: '3.1.0'; info: Json; paths: Record<string, Record<string, Operation>>; components: Json }
export type Operation = Json & { summary: string; responses: Record<string, Json> }

/** The document of all routes, made of what they declare. */
export function openApiOf(routes: readonly Route[]): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Portico',
      version: String(VERSION),
      description: `What is asked over HTTP. Beside it: ${Object.entries(BESIDE)
        .map(([name, why]) => `${name}, ${why}`)
        .join('; ')}.`,
    },
    paths,
    components: { securitySchemes: SCHEMES, schemas: { Refused: schemaOf(refusedAnswer) } },
  }
}

/** How a browser's session and a visitor's token come; an answer to anyone may tell more to whoever is known. */
const SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: `over https: __Host-${SESSION_COOKIE}` },
  visitor: { type: 'http', scheme: 'bearer', description: 'the token of a visitor' },
}
const SECURITY: Record<Who, readonly Json[]> = {
  anyone: [{}, { session: [] }],
  account: [{ session: [] }],
  operator: [{ session: [] }],
  visitor: [{ visitor: [] }],
}

function operationOf({ who, about, params, query, body, answer, rate }: Route): Operation {
  const refused = { description: 'Refused; `refused` says why.', content: contentOf('application/json', REFUSED) }
  const statuses = [params && '404', (query ?? body) && '400', who !== 'anyone' && '401', rate && '429', 'default']
  return {
    summary: about,
    security: SECURITY[who],
    ...((params ?? query) && { parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')] }),
    ...(body && { requestBody: { required: true, content: contentOf('application/json', schemaOf(body)) } }),
    responses: {
      200: { description: 'Done.', content: answeredBy(answer) },
      ...Object.fromEntries(statuses.filter((status) => typeof status === 'string').map((status) => [status, refused])),
    },
  }
}

const REFUSED = { $ref: '#/components/schemas/Refused' }
const contentOf = (type: string, schema: Json) => ({ [type]: { schema } })

function answeredBy(answer: Route['answer']): Json {
  switch (answer.kind) {
    case 'json':
      return contentOf('application/json', schemaOf(answer.schema))
    case 'file':
      return Object.fromEntries(answer.types.map((type) => [type, {}]))
    case 'stream':
      return { [answer.type]: {} }
  }
}

function parametersOf(schema: s.Schema | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Record<string, Json>; required?: string[] } // of an object
  return Object.entries(properties).map(([name, is]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: is,
  }))
}

// OpenAPI 3.1 speaks this dialect itself.
function schemaOf(schema: s.Schema): Json {
  const { $schema: _, ...rest } = s.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
  return rest
}
