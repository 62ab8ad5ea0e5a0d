import { lock } from '../session/lock.ts'
import { address } from './address.ts'
import { RequestFailure } from './request-failure.ts'

type Method = 'GET' | 'POST' | 'DELETE'

/** One request to this server. What comes back has passed the server's schema; the caller names its type. */
export async function request<Answer>(
  path: string,
  { method = 'GET', body, file }: { method?: Method; body?: unknown; file?: File } = {},
): Promise<Answer> {
  const response = await answerOf(path, {
    method,
    // In the language of the page, which may not be the browser's: in it the server writes mails.
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(method !== 'GET' && { 'content-type': file ? file.type || 'application/octet-stream' : 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: file ?? JSON.stringify(body ?? {}) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as Answer // the server's side of the contract in protocol/
  const no = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {} // read field by field below
  if (response.status === 401 && no['refused'] === 'not-signed-in') lock(no['detail'] === 'withdrawn' ? 'withdrawn' : 'ended')
  throw new RequestFailure({
    state: 'refused',
    status: response.status,
    reason: typeof no['refused'] === 'string' ? no['refused'] : 'error',
    detail: typeof no['detail'] === 'string' ? no['detail'] : undefined,
    afterMs: typeof no['afterMs'] === 'number' ? no['afterMs'] : undefined,
  })
}

async function answerOf(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address(path), { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof TypeError) throw new RequestFailure({ state: 'unreachable' })
    throw error
  }
}
