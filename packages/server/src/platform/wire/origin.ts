import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { isForwardedSecure, type TrustedProxies } from './address.ts'
import { isLoopback, isPrivate, originFrom } from './host.ts'

/** Opened by a secret of its own, and asked for by machines that know this node by its address alone. */
const ANY_HOST = ['/metrics']

export type Origins = {
  isSecure: (request: IncomingMessage) => boolean
  /** What browsers call this server, as this client reaches it. */
  ownOf: (request: IncomingMessage) => string | undefined
  /** Where links lead. Undefined: whoever asks may have made up the host, and nobody has said which one is ours. */
  linksOf: (request: IncomingMessage) => string | undefined
  /** Whether a page of this very server asks, or no page at all. */
  isOwn: (request: IncomingMessage) => boolean
  /** Why a request is not answered. Browsers name the page's origin with every socket and every unsafe request. */
  turnAway: (request: IncomingMessage, asks: 'safely' | 'unsafely') => TurnedAway | undefined
}
type TurnedAway = { status: 400 | 403 | 421; body: { refused: string; detail: string } }

/** `publicUrl`: the one address by which people reach this server, whatever a request says; a proxy may have put it below a path. */
export function origins({ trusted, publicUrl }: { trusted: TrustedProxies; publicUrl?: string | undefined }): Origins {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  const isPublicSecure = publicOrigin?.startsWith('https:') ?? false
  const isTls = (request: IncomingMessage) =>
    'encrypted' in (request.socket as Partial<TLSSocket>) || isForwardedSecure(request, trusted) // a plain Socket has no `encrypted`
  const reached = (request: IncomingMessage) => originFrom(request.headers.host, isTls(request) ? 'https' : 'http')

  /** Somebody on the machine itself, such as whoever looks after its health. A proxy may call us so too, but it forwards. */
  function isLocal(request: IncomingMessage): boolean {
    const host = reached(request)
    return host !== undefined && isLoopback(host) && request.headers['x-forwarded-for'] === undefined
  }
  function ownOf(request: IncomingMessage): string | undefined {
    return publicOrigin === undefined || isLocal(request) ? reached(request)?.origin : publicOrigin
  }
  function isOwn(request: IncomingMessage): boolean {
    const { origin } = request.headers
    return origin === undefined || origin === ownOf(request)
  }
  function isMisdirected(request: IncomingMessage): boolean {
    if (publicOrigin === undefined) return false
    const host = reached(request)
    const named = originFrom(request.headers.host, isPublicSecure ? 'https' : 'http')
    return named?.origin !== publicOrigin && !(host && isLoopback(host))
  }

  return {
    isSecure: (request) => isTls(request) || (isPublicSecure && !isLocal(request)),
    ownOf,
    linksOf: (request) => {
      const host = reached(request)
      return publicUrl ?? (host && isPrivate(host) ? host.origin : undefined)
    },
    isOwn,
    turnAway: (request, asks) => {
      if (request.headers.host !== undefined && !reached(request)) return no(400, 'invalid', NO_HOST)
      const anyHost = ANY_HOST.includes(request.url?.split('?', 1)[0] ?? '')
      if (!anyHost && isMisdirected(request)) return no(421, 'misdirected', misdirected(publicUrl ?? ''))
      return asks === 'safely' || isOwn(request) ? undefined : no(403, 'forbidden', foreign(ownOf(request)))
    },
  }
}

const no = (status: TurnedAway['status'], refused: string, detail: string): TurnedAway => ({ status, body: { refused, detail } })

const NO_HOST = 'the header Host is no host, expected a name or an address and perhaps a port'
const misdirected = (own: string) =>
  `this server is reached at ${own}; if that is no longer its address, set PORTICO_URL to the one it has`
const foreign = (own: string | undefined) =>
  `asked from another origin than ${own ?? 'this server'}; if that is not its address, set PORTICO_URL, and behind a proxy PORTICO_TRUSTED_PROXIES`
