import type { IncomingMessage } from 'node:http'
import { unreadableHopOf, untrustedProxyOf, type TrustedProxies } from './address.ts'

const SHOWN_LENGTH_MAX = 100

export type ProxyWatch = (request: IncomingMessage) => void
type Options = {
  trusted: TrustedProxies
  /** Told of the first proxy that is not trusted. */
  onUntrustedProxy: (address: string) => void
  /** Told of the first thing that a trusted proxy wrote for an address and that is none. */
  onUnreadableHop: (written: string) => void
}

/** Tells whoever runs it what is wrong with the proxies in front: each thing once, or the log would be full of it. */
export function watchProxies({ trusted, onUntrustedProxy, onUnreadableHop }: Options): ProxyWatch {
  const untrusted = once(onUntrustedProxy)
  const unreadable = once((hop) => onUnreadableHop(hop.slice(0, SHOWN_LENGTH_MAX)))
  return (request) => {
    if (request.headers['x-forwarded-for'] === undefined) return
    untrusted(() => untrustedProxyOf(request, trusted))
    unreadable(() => unreadableHopOf(request, trusted))
  }
}

function once(tell: (seen: string) => void): (look: () => string | undefined) => void {
  let isTold = false
  return (look) => {
    const seen = isTold ? undefined : look()
    if (seen === undefined) return
    isTold = true
    tell(seen)
  }
}
