// A customer is somebody whom a site has identified: its page hands over a JWT that the site’s server has signed with a key of the
// channel, and the visitor is linked with the customer of that `sub`. That links and moves nothing: a visitor has one customer, once,
// and goes on to read what is his own. Another customer is another visitor, which the refusal `identified` asks the client to become.
//
// Tokens are checked over HTTP (POST /api/identify), keys are made there too (their secret is answered once and never again).
import { channelId, customerId, identityKeyId, operatorId, visitorId } from './ids.ts'
import { EMAIL_CODE_POINTS_MAX, NAME_CODE_POINTS_MAX, PHONE_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

export const IDENTITY_TOKEN_LENGTH_MAX = 8192
/** Of one channel, ended ones not counted. */
export const IDENTITY_KEYS_MAX = 10
export const SUB_CODE_POINTS_MAX = 200
export const ATTRIBUTES_MAX = 30
const ATTRIBUTE_NAME_MAX = 40
const ATTRIBUTE_CODE_POINTS_MAX = 500
const OVERLAP_MS_MAX = 90 * 24 * 60 * 60 * 1000
const PEM_LENGTH_MAX = 4096
const VISITOR_TOKEN_LENGTH_MAX = 200

export const IDENTITY_ALGORITHMS = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const
/** By whom a signature is made that a public key checks. */
export const PUBLIC_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const

const attributes = s
  .record(
    s.shaped(/^[\p{L}\p{N}_ .-]+$/u, ATTRIBUTE_NAME_MAX),
    s.union([s.text(ATTRIBUTE_CODE_POINTS_MAX), s.number(), s.boolean()]),
  )
  .refine((value) => Object.keys(value).length <= ATTRIBUTES_MAX, `more than ${ATTRIBUTES_MAX} attributes`)

/** What a token says of a customer beside when it was made and until when it holds. */
export const identityClaims = s.object({
  sub: s.said(SUB_CODE_POINTS_MAX),
  name: s.optional(s.said(NAME_CODE_POINTS_MAX)),
  email: s.optional(s.email(EMAIL_CODE_POINTS_MAX, { needsDot: true })),
  phone: s.optional(s.said(PHONE_CODE_POINTS_MAX)),
  attributes: s.optional(attributes),
})

const customersCommand = s.variant('type', [
  // A key ends at once, or while those who still sign with it change to another. It is not begun again.
  s.object({ type: s.literal('identity-key.end'), key: identityKeyId, afterMs: s.int().min(0).max(OVERLAP_MS_MAX) }),
  // Whatever was signed for him until now identifies nobody any more.
  s.object({ type: s.literal('customer.log-out'), customer: customerId }),
  // The visitor is nobody’s from then on, and never another’s.
  s.object({ type: s.literal('visitor.unlink'), visitor: visitorId }),
])

const card = s.object({
  id: customerId,
  sub: s.string(),
  name: s.nullable(s.string()),
  email: s.nullable(s.string()),
  attributes,
})

/** POST /api/identify. Without a visitor, or before he is known, the token is checked and nothing is linked. */
export const identifyBody = s.object({
  channel: channelId,
  token: s.string().max(IDENTITY_TOKEN_LENGTH_MAX),
  visitor: s.optional(s.string().max(VISITOR_TOKEN_LENGTH_MAX)),
})
export const identifyAnswer = s.object({ state: s.literal(['checked', 'linked']), name: s.nullable(s.string()) })

const maker = s.object({ id: operatorId, name: s.string() })
/** `endsAt`: from when on it checks nothing any more. */
const identityKey = s.object({
  id: identityKeyId,
  algorithm: s.literal(IDENTITY_ALGORITHMS),
  madeAt: s.instant(),
  by: maker,
  endsAt: s.nullable(s.instant()),
  usedAt: s.nullable(s.instant()),
})
/** GET /api/channels/:id/identity-keys, the newest first. */
export const identityKeysAnswer = s.object({ keys: s.array(identityKey) })
/** POST /api/channels/:id/identity-keys: a secret is made by the server, a public key is brought as PEM. */
export const newIdentityKeyBody = s.variant('kind', [
  s.object({ kind: s.literal('secret') }),
  s.object({ kind: s.literal('public'), algorithm: s.literal(PUBLIC_ALGORITHMS), pem: s.string().max(PEM_LENGTH_MAX) }),
])
export const newIdentityKey = s.object({ key: identityKeyId, secret: s.nullable(s.string()) })

export const customers = {
  command: customersCommand,
  channelPart: {
    schema: s.object({
      /** Whether somebody may write whom the site has not identified. */
      identification: s.literal(['optional', 'required']),
    }),
    defaults: { identification: 'optional' },
    public: ['identification'],
  } as const,
  parts: {
    /** Who the site says that this visitor is. */
    visitor: s.object({ customer: s.nullable(customerId).default(null) }),
    conversation: s.object({ customer: s.nullable(card).default(null) }),
  },
}

export type IdentityAlgorithm = (typeof IDENTITY_ALGORITHMS)[number]
export type IdentityClaims = s.Infer<typeof identityClaims>
export type IdentityKey = s.Infer<typeof identityKey>
export type IdentityKeysAnswer = s.Infer<typeof identityKeysAnswer>
export type IdentifyAnswer = s.Infer<typeof identifyAnswer>
export type NewIdentityKey = s.Infer<typeof newIdentityKey>
export type CustomerCard = s.Infer<typeof card>
export type CustomersCommand = s.Infer<typeof customersCommand>
