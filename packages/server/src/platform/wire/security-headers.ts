import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Origins } from './origin.ts'

const YEAR_S = 365 * 24 * 60 * 60
/** What neither console nor widget asks a browser for. */
const NEVER_ASKED = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb']

/** Of answers that pages of other sites load as scripts or read. */
export const FOR_EVERY_SITE = { 'cross-origin-resource-policy': 'cross-origin' } as const

/** On every answer, whoever makes it: a route, a file, an error before any route, a stream. What is otherwise for one says so itself. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, origins: Origins): void {
  for (const [name, value] of Object.entries(securityHeaders(request, origins))) response.setHeader(name, value)
}

export function securityHeaders(request: IncomingMessage, origins: Origins): Record<string, string> {
  return {
    'content-security-policy': contentPolicy({ own: origins.ownOf(request), frameAncestors: "'self'" }),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': NEVER_ASKED.map((feature) => `${feature}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(origins.isSecure(request) && { 'strict-transport-security': `max-age=${YEAR_S}` }),
  }
}

type Policy = {
  own: string | undefined
  /** Who may hold the page in a frame; undefined lets everybody, also pages that have no origin. */
  frameAncestors: string | undefined
  /** What stands in the page itself, by its hash. */
  inline?: { script: readonly string[]; style: readonly string[] }
}

export function contentPolicy({ own, frameAncestors, inline }: Policy): string {
  // Not every browser takes a socket to one's own host for one's own.
  const socket = own === undefined ? '' : ` ${own.replace(/^http/, 'ws')}`
  return [
    "default-src 'self'",
    `connect-src 'self'${socket}`,
    ...(inline ? [['script-src', "'self'", ...inline.script].join(' '), ['style-src', "'self'", ...inline.style].join(' ')] : []),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(frameAncestors === undefined ? [] : [`frame-ancestors ${frameAncestors}`]),
  ].join('; ')
}
