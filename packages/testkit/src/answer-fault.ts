import { refusedAnswer } from '@portico/protocol/answers'
import * as s from '@portico/protocol/schema'
import type { Answer, FileBody } from '@portico/server/platform/wire/answer'
import type { Route } from '@portico/server/platform/wire/route'

/** How an answer differs from what its route declares, more fields than those too; undefined: it does not. */
export function answerFault(route: Route, { status, body }: Answer): Error | undefined {
  const { answer: form } = route
  if (status === 200 && form.kind === 'stream') return undefined
  if (status === 200 && form.kind === 'file') {
    const { type } = body as FileBody // as the types of `route` demand
    return form.types.includes(type) ? undefined : new Error(`${route.path} answers ${type}, not one of ${form.types.join(', ')}`)
  }
  const schema = status === 200 && form.kind === 'json' ? form.schema : refusedAnswer
  const said: unknown = JSON.parse(JSON.stringify(body))
  const parsed = s.safeParse(schema, said)
  if (parsed.success && isWithin(parsed.data, said)) return undefined
  const fault = parsed.success ? `only ${JSON.stringify(parsed.data)} is declared` : parsed.error.message
  return new Error(`${route.method} ${route.path} answers ${status} ${JSON.stringify(said)}: ${fault}`)
}

/** All that was said stands there; beside it may stand the defaults of what was not. */
function isWithin(whole: unknown, said: unknown): boolean {
  if (typeof said !== 'object' || said === null) return whole === said
  if (typeof whole !== 'object' || whole === null) return false
  if (Array.isArray(said) && (!Array.isArray(whole) || whole.length !== said.length)) return false
  return Object.entries(said).every(([key, value]) => isWithin(Reflect.get(whole, key), value))
}
