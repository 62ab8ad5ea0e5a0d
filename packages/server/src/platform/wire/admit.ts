import type { IncomingMessage } from 'node:http'
import type { Solution } from '@portico/protocol/challenge'
import { CLOSE } from '@portico/protocol/close-codes'
import type { Hello } from '@portico/protocol/session'
import { OLDEST_SERVED_VERSION } from '@portico/protocol/version'
import { isRefusal } from '../capability.ts'
import { addressOf, prefixOf, type TrustedProxies } from './address.ts'
import type { Desk } from './desk.ts'
import type { Door } from './door.ts'
import {
  FRESH_CONNECTS_PER_MINUTE,
  PAID_CONNECTS_PER_MINUTE,
  SOCKETS_PER_OPERATOR,
  SOCKETS_PER_VISITOR,
  TOO_MANY_RETRY_MS,
} from './limits.ts'
import type { Outlet, Why } from './outlet.ts'
import { Session } from './session.ts'
import { perMinute } from './token-bucket.ts'
import { toll } from './toll.ts'

/** Makes a session of a hello, or closes the connection and says why. */
export type Admit = (request: IncomingMessage, outlet: Outlet, hello: Hello) => Promise<Session | undefined>

export function admission({ desk, door, trusted }: { desk: Desk; door: Door; trusted: TrustedProxies }): Admit {
  const fresh = toll({
    limit: 'new-visitors',
    free: perMinute(FRESH_CONNECTS_PER_MINUTE),
    paid: perMinute(PAID_CONNECTS_PER_MINUTE),
    challenges: desk.challenges,
    limited: desk.limited,
  })

  async function visitorOf(token: string, prefix: string, solution: Solution | undefined) {
    return (await door.visitor(token)) ?? fresh.ask(prefix, solution, desk.clock.now()) ?? door.newVisitor(token)
  }

  return async (request, outlet, hello) => {
    const no = (code: number, reason: string, more: Omit<Why, 'code' | 'reason'> = {}) => {
      outlet.close({ code, reason, ...more })
      return undefined
    }
    if (hello.version < OLDEST_SERVED_VERSION) return no(CLOSE.reload, 'this client is too old, reload it')
    const prefix = prefixOf(addressOf(request, trusted))
    const actor =
      hello.as.kind === 'visitor' ? await visitorOf(hello.as.token, prefix, hello.solution) : await door.operator(request)
    if (!actor) return no(CLOSE.token, 'not signed in')
    if (isRefusal(actor)) {
      const { afterMs: retryAfterMs, challenge } = actor
      return no(CLOSE.rate, 'too many new visitors from this address', { retryAfterMs, challenge })
    }
    const authority = await desk.recognise(actor)
    if (isRefusal(authority)) return no(CLOSE.revoked, 'the session has ended')
    // Counted and entered in one turn: many that come at once are not all the first.
    if (desk.countOf(actor) >= (actor.kind === 'visitor' ? SOCKETS_PER_VISITOR : SOCKETS_PER_OPERATOR)) {
      desk.limited.hit('connections-of-person')
      return no(CLOSE.rate, 'too many connections of one person', { retryAfterMs: TOO_MANY_RETRY_MS })
    }
    const session = new Session({ desk, outlet, actor, authority, prefix, hello })
    desk.enter(session)
    return session
  }
}
