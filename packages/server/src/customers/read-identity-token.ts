import { identityClaims, type IdentityAlgorithm, type IdentityClaims } from '@portico/protocol/customers'
import type { ChannelId, IdentityKeyId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { errors, importSPKI, jwtVerify, type CryptoKey, type JWTPayload } from 'jose'
import { CLOCKS_APART_MS } from './customer.ts'

export type CheckingKey = { id: IdentityKeyId; algorithm: IdentityAlgorithm; material: string }
type ReadToken =
  | { state: 'read'; key: IdentityKeyId; signedAt: number; claims: IdentityClaims }
  | { state: 'refused'; because: string }

type Given = { keys: readonly CheckingKey[]; channel: ChannelId; at: number }

/** Whom a token names, if one of these keys has signed it for this channel and it holds now. Each key checks its own algorithm alone. */
export async function readIdentityToken(token: string, { keys, channel, at }: Given): Promise<ReadToken> {
  let because = 'no key of this channel has signed it'
  for (const key of keys) {
    const payload = await verify(token, { key, channel, at })
    if (typeof payload !== 'string') return claimsOf(payload, { key: key.id, at })
    if (payload !== NOT_SIGNED) because = payload
  }
  return { state: 'refused', because }
}

const NOT_SIGNED = 'not signed'

async function verify(
  token: string,
  { key, channel, at }: { key: CheckingKey; channel: ChannelId; at: number },
): Promise<JWTPayload | string> {
  try {
    const { payload } = await jwtVerify(token, await importKey(key), {
      algorithms: [key.algorithm],
      audience: channel,
      requiredClaims: ['sub', 'aud', 'exp', 'iat'],
      clockTolerance: CLOCKS_APART_MS / 1000,
      currentDate: new Date(at),
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'it has expired'
    if (error instanceof errors.JWTClaimValidationFailed) return `its ${error.claim} is missing or not this channel’s`
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof SyntaxError) return NOT_SIGNED
    throw error
  }
}

const importKey = async ({ algorithm, material }: CheckingKey): Promise<Uint8Array | CryptoKey> =>
  algorithm === 'HS256' ? new TextEncoder().encode(material) : importSPKI(material, algorithm)

// A token of a time to come would outlive a log-out that comes before.
function claimsOf(payload: JWTPayload, { key, at }: { key: IdentityKeyId; at: number }): ReadToken {
  const signedAt = Math.floor((payload.iat ?? Number.NaN) * 1000)
  if (!(signedAt >= 0 && signedAt <= at + CLOCKS_APART_MS)) return { state: 'refused', because: 'its iat is a time to come' }
  const claims = s.safeParse(identityClaims, payload)
  if (!claims.success)
    return { state: 'refused', because: `its ${claims.error.issues[0]?.path.join('.') ?? 'claims'} is not what it may be` }
  return { state: 'read', key, signedAt, claims: claims.data }
}
