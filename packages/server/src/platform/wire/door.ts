import type { IncomingMessage } from 'node:http'
import type { Refusal } from '@portico/protocol/outcome'
import type { Actor } from '../actor.ts'

/** Tells who comes. Undefined: nobody this server knows. */
export type Door = {
  visitor: (token: string) => Promise<Actor | undefined>
  /** Makes a visitor of a token that nobody has had. */
  newVisitor: (token: string) => Promise<Actor | Refusal>
  operator: (request: IncomingMessage) => Promise<Actor | undefined>
}
