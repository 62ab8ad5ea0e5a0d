import { randomBytes } from 'node:crypto'
import {
  identifyAnswer,
  identifyBody,
  identityKeysAnswer,
  newIdentityKey,
  newIdentityKeyBody,
  type IdentifyAnswer,
  type IdentityAlgorithm,
} from '@portico/protocol/customers'
import { channelId, type IdentityKeyId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import { importSPKI } from 'jose'
import { findVisitor } from '../auth/reads.ts'
import { hashToken } from '../auth/token.ts'
import { system } from '../platform/actor.ts'
import { answerOf, json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { customerIdOf, identify } from './customer.ts'
import { mayKeepKeys } from './policy.ts'
import { readIdentityToken } from './read-identity-token.ts'
import { findCustomer, findLink, readCheckingKeys, readIdentityKeys } from './reads.ts'

const SECRET_BYTES = 32
/** Of one address: each is a signature to check. */
const IDENTIFY_RATE = { limit: 'identify', burst: 120, perMs: 20 / 1000 } as const

const ofChannel = s.object({ id: channelId })

export const routes = [
  route({
    method: 'POST',
    path: '/api/identify',
    who: 'anyone',
    about: 'Checks a JWT that a site has signed for one of its customers, and links the visitor with him.',
    rate: IDENTIFY_RATE,
    body: identifyBody,
    answer: json(identifyAnswer),
    run: async ({ reads, clock, send, body: { channel, token, visitor: visitorToken } }) => {
      const at = clock.now()
      const read = await readIdentityToken(token, { keys: await readCheckingKeys(reads, { channel, at }), channel, at })
      if (read.state === 'refused') return no(403, 'forbidden', { detail: `the token identifies nobody here: ${read.because}` })
      const { key, signedAt, claims } = read
      const name = claims.name ?? null
      const visitor = visitorToken === undefined ? undefined : await findVisitor(reads, hashToken(visitorToken))
      if (!visitor) return ok<IdentifyAnswer>({ state: 'checked', name })
      const standing = {
        known: await findCustomer(reads, customerIdOf(channel, claims.sub)),
        link: await findLink(reads, visitor),
      }
      // Each page of a site says again who is there.
      const news = identify({ visitor, keySet: channel, key, claims, signedAt, ...standing, at })
      if (Array.isArray(news) && news.length === 0) return ok<IdentifyAnswer>({ state: 'linked', name })
      const outcome = await send({ type: 'visitor.identify', visitor, channel, key, signedAt, claims }, system('customers'))
      return answerOf<IdentifyAnswer>(outcome, { state: 'linked', name })
    },
  }),
  route({
    method: 'GET',
    path: '/api/channels/:id/identity-keys',
    who: 'operator',
    about: 'The keys by which a channel knows customers, the newest first, without their secrets: administrators, and the owner.',
    params: ofChannel,
    answer: json(identityKeysAnswer),
    run: async ({ reads, authority, params: { id } }) =>
      mayKeepKeys(authority) ? no(403, 'forbidden') : ok({ keys: await readIdentityKeys(reads, id) }),
  }),
  route({
    method: 'POST',
    path: '/api/channels/:id/identity-keys',
    who: 'operator',
    about: 'Adds a key by which a channel knows customers; a secret is answered once: administrators, and the owner.',
    params: ofChannel,
    body: newIdentityKeyBody,
    answer: json(newIdentityKey),
    run: async ({ actor, authority, clock, send, params: { id: channel }, body }) => {
      if (mayKeepKeys(authority)) return no(403, 'forbidden')
      if (body.kind === 'public' && !(await isPublicKey(body.pem, body.algorithm))) {
        return no(400, 'invalid', {
          detail: `this is no public key for ${body.algorithm}: it begins with -----BEGIN PUBLIC KEY-----`,
        })
      }
      const secret = body.kind === 'secret' ? randomBytes(SECRET_BYTES).toString('base64url') : null
      const key = newId<IdentityKeyId>(clock.now())
      const algorithm = body.kind === 'secret' ? 'HS256' : body.algorithm
      const material = body.kind === 'secret' ? (secret ?? '') : body.pem
      const made = { type: 'identity-key.make', key, channel, algorithm, material } as const
      return answerOf(await send(made, actor), { key, secret })
    },
  }),
]

async function isPublicKey(pem: string, algorithm: IdentityAlgorithm): Promise<boolean> {
  try {
    await importSPKI(pem, algorithm)
    return true
  } catch {
    // Whatever somebody has pasted.
    return false
  }
}
