import { RATE, RELOAD, REVOKED, TOKEN, WITHDRAWN } from '@portico/protocol/close-codes'
import type { ToldLimit } from '@portico/protocol/session'
import { BROKEN, type Ending } from '../transport.ts'

type Body = { refused?: string; afterMs?: number; detail?: string; limit?: ToldLimit } | undefined

/** What an answer that is not ok says. Without `refused` it is not our server's: something on the way, or an outage. */
export async function refusedBy(response: Response): Promise<{ body: Body; ending: Ending }> {
  const body = (await response.json().catch(() => undefined)) as Body // as the contract of error answers says
  const code = body?.detail === 'withdrawn' ? WITHDRAWN : body?.refused ? CODES[response.status] : undefined
  return { body, ending: code ? { code, retryAfterMs: body?.afterMs, limit: body?.limit } : BROKEN }
}

const CODES: Record<number, number> = { 401: TOKEN, 403: REVOKED, 426: RELOAD, 429: RATE }
