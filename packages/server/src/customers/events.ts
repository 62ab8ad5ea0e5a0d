import type { CustomersCommand as PublicCommand, IdentityAlgorithm, IdentityClaims } from '@portico/protocol/customers'
import type { ChannelId, CustomerId, IdentityKeyId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Customer } from './customer.ts'

type InternalCommand =
  | { type: 'identity-key.make'; key: IdentityKeyId; channel: ChannelId; algorithm: IdentityAlgorithm; material: string }
  /** What a token says whose signature one of the channel's keys has made. */
  | {
      type: 'visitor.identify'
      visitor: VisitorId
      channel: ChannelId
      key: IdentityKeyId
      signedAt: number
      claims: IdentityClaims
    }

export type CustomersCommand = PublicCommand | InternalCommand

export type CustomersEvent =
  | {
      type: 'identity-key.made'
      key: IdentityKeyId
      channel: ChannelId
      algorithm: IdentityAlgorithm
      material: string
      by: OperatorId
      at: number
    }
  | { type: 'identity-key.ended'; key: IdentityKeyId; channel: ChannelId; endsAt: number }
  /** `isNew`: the visitor was nobody's until now; `isShownAnew`: what is said of the customer was not said before. */
  | {
      type: 'visitor.identified'
      visitor: VisitorId
      customer: Customer
      key: IdentityKeyId
      isNew: boolean
      isShownAnew: boolean
      at: number
    }
  | { type: 'visitor.unlinked'; visitor: VisitorId; customer: CustomerId; at: number }
  | { type: 'customer.logged-out'; customer: CustomerId; signedAfter: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    customers: InternalCommand
  }
  interface Events {
    customers: CustomersEvent
  }
}
