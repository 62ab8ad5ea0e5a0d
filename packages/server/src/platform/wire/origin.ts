import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { isForwardedSecure, type TrustedProxies } from './address.ts'

export type Origins = {
  isSecure: (request: IncomingMessage) => boolean
  /** The address the client used to reach this server. */
  originOf: (request: IncomingMessage) => string
  /** Browsers name the page's origin with every socket and every unsafe request: one of somebody else's is refused. */
  isOwn: (request: IncomingMessage) => boolean
}

export function origins(trusted: TrustedProxies): Origins {
  const isSecure = (request: IncomingMessage) =>
    'encrypted' in (request.socket as Partial<TLSSocket>) || isForwardedSecure(request, trusted) // a plain Socket has no `encrypted`
  return {
    isSecure,
    originOf: (request) => `${isSecure(request) ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`,
    isOwn: ({ headers }) => {
      if (headers.origin === undefined) return true
      return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
    },
  }
}
