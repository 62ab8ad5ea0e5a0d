import type { IdentifyAnswer, NewIdentityKey } from '@portico/protocol/customers'
import type { ChannelId, IdentityKeyId } from '@portico/protocol/ids'
import { MAIN, type Operator, type Visitor } from '@portico/testkit/person'
import { SignJWT } from 'jose'

export type SiteKey = { key: IdentityKeyId; secret: string }
type Said = { sub: string; at: number; channel?: ChannelId; name?: string; email?: string; phone?: string; attributes?: object }

/** What a site's server does with the secret that it has got. */
export const signFor = ({ secret }: SiteKey, { sub, at, channel = MAIN, ...said }: Said): Promise<string> =>
  new SignJWT({ ...said })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(channel)
    .setIssuedAt(new Date(at))
    .setExpirationTime(new Date(at + 600_000))
    .sign(new TextEncoder().encode(secret))

export async function makeKey({ request }: Operator, channel: ChannelId = MAIN): Promise<SiteKey> {
  const made = await request(`/api/channels/${channel}/identity-keys`, { method: 'POST', body: { kind: 'secret' } })
  const { key, secret } = (await made.json()) as NewIdentityKey // as the route declares it
  return { key, secret: secret ?? '' }
}

type Answer = Partial<IdentifyAnswer> & { refused?: string; detail?: string }

/** What the frame of a visitor asks. */
export async function identify(
  url: string,
  { token, visitor, channel = MAIN }: { token: string; visitor?: Visitor; channel?: ChannelId },
) {
  const response = await fetch(`${url}/api/identify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel, token, visitor: visitor?.token }),
  })
  return (await response.json()) as Answer // as the route declares it, or a refusal
}
