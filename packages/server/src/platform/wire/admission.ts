import { hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Solution } from '@portico/protocol/challenge'
import { CLOSE } from '@portico/protocol/close-codes'
import type { Hello } from '@portico/protocol/session'
import { OLDEST_SERVED_VERSION } from '@portico/protocol/version'
import { actorName } from '../actor.ts'
import { isRefusal } from '../capability.ts'
import { addressOf, prefixOf, type TrustedProxies } from './address.ts'
import type { Node } from './node.ts'
import { deviceOf } from './device.ts'
import type { Door } from './door.ts'
import {
  BEGUN_BY_PERSON,
  FRESH_CONNECTS_PER_MINUTE,
  PAID_CONNECTS_PER_MINUTE,
  SOCKETS_PER_OPERATOR,
  SOCKETS_PER_VISITOR,
} from './limits.ts'
import type { Outlet, Why } from './outlet.ts'
import { knownPayer } from './payments.ts'
import { sentAway } from './sent-away.ts'
import { Session } from './session.ts'
import { perMinute, tokenBucket } from './token-bucket.ts'
import { newcomerLimit } from './newcomer-limit.ts'

/** Makes a session of a hello, or closes the connection and says why. */
export type Admit = (request: IncomingMessage, outlet: Outlet, hello: Hello) => Promise<Session | undefined>

export function admission({ node, door, trusted }: { node: Node; door: Door; trusted: TrustedProxies }): Admit {
  const fresh = newcomerLimit({
    limit: 'new-visitors',
    free: node.sharedLimits.bucket({ name: 'newcomers', ...perMinute(FRESH_CONNECTS_PER_MINUTE) }),
    paid: node.sharedLimits.bucket({ name: 'paid-newcomers', ...perMinute(PAID_CONNECTS_PER_MINUTE) }),
    challenges: node.challenges,
    limitHits: node.limitHits,
  })
  const begun = tokenBucket(BEGUN_BY_PERSON)

  async function visitorOf(token: string, prefix: string, solution: Solution | undefined) {
    const known = await door.visitor(token)
    if (known) return { actor: known, payer: knownPayer(known) }
    const actor = (await fresh.ask(prefix, solution, node.clock.now())) ?? (await door.newVisitor(token))
    return { actor, payer: { of: 'address', key: prefix } as const }
  }
  async function operatorOf(request: IncomingMessage, prefix: string) {
    const actor = await door.operator(request)
    return { actor, payer: actor ? knownPayer(actor) : ({ of: 'address', key: prefix } as const) }
  }

  // The newest wins: of one tab at once, of one person where there are more than he may have. Who is closed comes again when
  // somebody looks at it.
  function makeRoom(session: Session): void {
    const { actor, tab } = session
    const others = node.sessionsOf(actor).filter((other) => other !== session)
    const [same, rest] = [others.filter((other) => tab && other.tab === tab), others.filter((other) => !tab || other.tab !== tab)]
    const most = actor.kind === 'visitor' ? SOCKETS_PER_VISITOR : SOCKETS_PER_OPERATOR
    const tooMany = rest
      .toSorted((one, other) => one.attention.rank() - other.attention.rank())
      .slice(0, Math.max(0, rest.length + 1 - most))
    for (const _ of tooMany) node.limitHits.hit('connections-of-person')
    for (const other of [...same, ...tooMany]) other.close({ code: CLOSE.replaced, reason: 'a newer connection took this place' })
  }

  return async (request, outlet, hello) => {
    const no = (code: number, reason: string, more: Omit<Why, 'code' | 'reason'> = {}) => {
      outlet.close({ code, reason, ...more })
      return undefined
    }
    if (hello.version < OLDEST_SERVED_VERSION) return no(CLOSE.reload, 'this client is too old, reload it')
    const hurries = (who: string) => {
      const retryAfterMs = begun(who, node.clock.now())
      if (retryAfterMs === 0) return false
      node.limitHits.hit('connections-begun')
      no(CLOSE.rate, 'too many connections at once', { retryAfterMs, limit: 'connections' })
      return true
    }
    // Before he is looked up, which costs more than to refuse him.
    if (hello.as.kind === 'visitor' && hurries(hash('sha256', hello.as.token))) return undefined
    const prefix = prefixOf(addressOf(request, trusted))
    const { actor, payer } =
      hello.as.kind === 'visitor' ? await visitorOf(hello.as.token, prefix, hello.solution) : await operatorOf(request, prefix)
    if (!actor) return no(CLOSE.token, 'not signed in')
    if (isRefusal(actor)) {
      const { afterMs: retryAfterMs, challenge } = actor
      return no(CLOSE.rate, 'too many new visitors from this address', { retryAfterMs, challenge, limit: 'new-visitors' })
    }
    if (actor.kind === 'operator' && hurries(actorName(actor))) return undefined
    const authority = await node.recognise(actor)
    if (isRefusal(authority)) {
      const { code, reason } = sentAway(authority)
      return no(code, reason)
    }
    const session = new Session({ node, outlet, actor, authority, prefix, device: deviceOf(request), hello, payer })
    // Entered and counted in one turn: many that come at once are not all the first.
    node.enter(session)
    makeRoom(session)
    return session
  }
}
