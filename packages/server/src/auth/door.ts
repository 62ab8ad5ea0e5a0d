import type { IncomingMessage } from 'node:http'
import type { CommandId, VisitorId } from '@portico/protocol/ids'
import { system, type Actor } from '../platform/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { derivedId } from '../platform/derived-id.ts'
import type { Road } from '../platform/road.ts'
import { readCookie, SESSION_COOKIE } from '../platform/wire/cookie.ts'
import type { Door } from '../platform/wire/door.ts'
import { findSessionByToken, findVisitor } from './reads.ts'
import { hashToken } from './token.ts'

type Given = { reads: Db; road: Road; clock: Clock; isSecure: (request: IncomingMessage) => boolean }

/** Knows visitors by their token and operators by their cookie. A visitor is made of the first token that nobody has had. */
export function openDoor({ reads, road, clock, isSecure }: Given): Door {
  return {
    visitor: async (token) => {
      const known = await findVisitor(reads, hashToken(token))
      return known && visitor(known)
    },
    newVisitor: async (token) => {
      const tokenHash = hashToken(token)
      const fresh = visitorOf(tokenHash)
      const outcome = await road.run({
        id: recognition(tokenHash),
        command: { type: 'visitor.recognise', visitor: fresh, tokenHash },
        actor: system('auth'),
        at: clock.now(),
      })
      return outcome.ok ? visitor(fresh) : outcome
    },
    operator: async (request) => {
      const token = readCookie(request, { name: SESSION_COOKIE, secure: isSecure(request) })
      const session = token === undefined ? undefined : await findSessionByToken(reads, hashToken(token))
      return session && { kind: 'operator', id: session.operator, session: session.id }
    },
  }
}

const visitor = (id: VisitorId): Actor => ({ kind: 'visitor', id })

// From the hash, so that two connections with one new token make one visitor; the hash of a hash opens nothing.
const visitorOf = (tokenHash: string) => `v-${hashToken(tokenHash).slice(0, 22)}` as VisitorId // base64url is within an id's alphabet
const recognition = (tokenHash: string): CommandId => derivedId(`visitor:${tokenHash}`)
