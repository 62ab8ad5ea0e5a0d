import type { ChannelId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { Role } from '@portico/protocol/auth'
import type { Right } from '@portico/protocol/rights'
import type { Level } from '@portico/protocol/level-order'

/** Who sends a command, as the wire knows him. */
export type Actor =
  | { kind: 'visitor'; id: VisitorId }
  | { kind: 'operator'; id: OperatorId; session: SessionId }
  | { kind: 'system'; id: string }

/** The same, with what he may do read anew inside the transaction: what was true at sign-in decides nothing. */
export type Authority =
  | { kind: 'visitor'; id: VisitorId }
  | {
      kind: 'operator'
      id: OperatorId
      session: SessionId
      name: string
      role: Role
      /** Those he is a member of. */
      channels: readonly ChannelId[]
      levels: ReadonlyMap<ChannelId, Level>
      rights: ReadonlySet<Right>
    }
  | { kind: 'system'; id: string }

export const actorName = (actor: Actor): `${Actor['kind']}:${string}` => `${actor.kind}:${actor.id}`

export const system = (id: string): Actor => ({ kind: 'system', id })
