import { isDeepStrictEqual } from 'node:util'
import type { CustomerCard, IdentityClaims } from '@portico/protocol/customers'
import type { ChannelId, CustomerId, IdentityKeyId, VisitorId } from '@portico/protocol/ids'
import { refuse, type Decision } from '../platform/capability.ts'
import { derivedId } from '../platform/derived-id.ts'
import type { CustomersEvent } from './events.ts'

/** So far the clocks of a site and of this server may lie apart. */
export const CLOCKS_APART_MS = 30_000

/** Somebody whom the keys of a channel have identified. */
export type Customer = CustomerCard & {
  keySet: ChannelId
  phone: string | null
  saidAt: number
  madeAt: number
  seenAt: number
  signedAfter: number
}

/** How often it is written down that he was here, where nothing else is new. */
const SEEN_EVERY_MS = 5 * 60_000

export type Link = { customer: CustomerId; unlinkedAt: number | null }

/** From what makes him one, so that two who come first at once are one. */
export const customerIdOf = (keySet: ChannelId, sub: string): CustomerId =>
  derivedId(`customer:${keySet}:${sub}`) as string as CustomerId // an id like that

type Identifying = {
  visitor: VisitorId
  keySet: ChannelId
  key: IdentityKeyId
  claims: IdentityClaims
  signedAt: number
  known: Customer | undefined
  link: Link | undefined
  at: number
}

/** A visitor is linked with one customer, once: whoever was another's, or was unlinked, stays what he is. */
export function identify({ visitor, keySet, key, claims, signedAt, known, link, at }: Identifying): Decision<CustomersEvent> {
  const id = customerIdOf(keySet, claims.sub)
  if (known && signedAt < known.signedAfter) return refuse('forbidden', { detail: 'signed-before-log-out' })
  if (link && (link.customer !== id || link.unlinkedAt !== null)) return refuse('identified')
  const said = known && signedAt <= known.saidAt ? known : { ...asSaid(claims), saidAt: signedAt }
  const customer: Customer = {
    id,
    keySet,
    sub: claims.sub,
    name: said.name,
    email: said.email,
    phone: said.phone,
    attributes: said.attributes,
    saidAt: said.saidAt,
    madeAt: known?.madeAt ?? at,
    seenAt: at,
    signedAfter: known?.signedAfter ?? 0,
  }
  const isShownAnew = !known || !isDeepStrictEqual(cardOf(customer), cardOf(known)) || customer.phone !== known.phone
  if (link && !isShownAnew && at - known.seenAt < SEEN_EVERY_MS) return []
  return [{ type: 'visitor.identified', visitor, customer, key, isNew: link === undefined, isShownAnew, at }]
}

// What a newer token does not say any more is not known any more.
const asSaid = ({ name, email, phone, attributes }: IdentityClaims) => ({
  name: name?.trim() ?? null,
  email: email ?? null,
  phone: phone?.trim() ?? null,
  attributes: attributes ?? {},
})

/** From then on, as far as the site's clock can be trusted to be one with this. */
export const signedAfterLogOut = (at: number): number => at + CLOCKS_APART_MS

export const cardOf = ({ id, sub, name, email, attributes }: Customer): CustomerCard => ({ id, sub, name, email, attributes })
