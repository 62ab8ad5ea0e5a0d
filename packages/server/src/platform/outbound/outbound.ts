import { request as begin, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock } from '../clock.ts'
import { internet, type Network } from './network.ts'
import { isPublicAddress } from './public-address.ts'
import { targetOf, type Target, type TargetFault } from './target.ts'

/** From the first look-up to the last byte, over all redirects. */
export const OUTBOUND_MS_MAX = 10_000
export const OUTBOUND_BYTES_MAX = 1024 * 1024
const REDIRECTS_MAX = 3
/** Of one name, tried one after the other. */
const ADDRESSES_MAX = 4

export type OutboundRequest = { url: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string | Buffer }

/** `refused` stays so; what `failed` may go well another time. */
type OutboundAnswer =
  | { state: 'answered'; url: string; status: number; headers: IncomingHttpHeaders; body: Buffer }
  | { state: 'refused'; why: TargetFault | 'not-public' | 'redirects' | 'insecure' | 'too-large' }
  | { state: 'failed'; why: 'unknown-host' | 'unreachable' | 'late' }

/** The only way by which a request leaves for an address that somebody has typed. */
export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>

export function openOutbound({ clock, network = internet }: { clock: Clock; network?: Network }): Outbound {
  return async (request) => {
    const leaving = new AbortController()
    const late = Promise.withResolvers<OutboundAnswer>()
    const cancel = clock.after(OUTBOUND_MS_MAX, () => {
      late.resolve({ state: 'failed', why: 'late' })
      leaving.abort()
    })
    try {
      return await Promise.race([follow({ network, signal: leaving.signal }, request), late.promise])
    } finally {
      cancel()
    }
  }
}

type Way = { network: Network; signal: AbortSignal }

async function follow(way: Way, request: OutboundRequest): Promise<OutboundAnswer> {
  const { headers: said, ...asked } = request
  let { url } = request
  let headers = said
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    const answer = await ask(way, { ...asked, url, ...(headers && { headers }) })
    const next = answer.state === 'answered' && isRead(request) ? redirectOf(answer) : undefined
    if (next === undefined) return answer
    if (url.startsWith('https:') && next.startsWith('http:')) return { state: 'refused', why: 'insecure' }
    // What was said to one host is not said to the next.
    if (new URL(next).origin !== new URL(url).origin) headers = undefined
    url = next
  }
  return { state: 'refused', why: 'redirects' }
}

// Who is sent something does not send it on: its signature is for one address.
const isRead = ({ method = 'GET' }: OutboundRequest) => method === 'GET'

function redirectOf({ status, headers, url }: OutboundAnswer & { state: 'answered' }): string | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined
  return isRedirect && URL.canParse(headers.location ?? '', url) ? new URL(headers.location ?? '', url).href : undefined
}

/** Looks the name up once, and connects to what was looked at. */
async function ask(way: Way, request: OutboundRequest): Promise<OutboundAnswer> {
  const target = targetOf(request.url)
  if (typeof target === 'string') return { state: 'refused', why: target }
  const addresses = target.isIp ? [target.host] : await resolved(way, target.host)
  if (addresses.length === 0) return { state: 'failed', why: 'unknown-host' }
  // One that leads inside is enough: whoever names both waits for the second to be tried.
  if (!addresses.every(isPublicAddress)) return { state: 'refused', why: 'not-public' }
  const socket = await dialled(way, target, addresses.slice(0, ADDRESSES_MAX))
  if (!socket) return { state: 'failed', why: 'unreachable' }
  try {
    return await exchange({ socket, target, request, signal: way.signal })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { state: 'failed', why: 'unreachable' }
  } finally {
    socket.destroy()
  }
}

async function resolved({ network }: Way, host: string): Promise<readonly string[]> {
  try {
    return await network.resolve(host)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [] // as the resolver says that there is none
    throw error
  }
}

async function dialled({ network, signal }: Way, target: Target, addresses: readonly string[]): Promise<Socket | undefined> {
  for (const address of addresses) {
    try {
      return await network.dial({ ...target, address, signal })
    } catch (error) {
      if (!(error instanceof Error)) throw error // nobody there, or not who it should be: the next one
    }
  }
  return undefined
}

type Exchange = { socket: Socket; target: Target; request: OutboundRequest; signal: AbortSignal }

async function exchange({ socket, target: { url }, request, signal }: Exchange): Promise<OutboundAnswer> {
  const { method = 'GET', headers = {}, body } = request
  const sent = begin({
    createConnection: () => socket,
    method,
    path: url.pathname + url.search,
    setHost: false,
    // Unpacked, nothing is larger than what came.
    headers: { ...headers, host: url.host, connection: 'close', 'accept-encoding': 'identity' },
    signal,
  })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve)
    sent.on('error', reject)
    sent.end(body)
  })
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > OUTBOUND_BYTES_MAX) return { state: 'refused', why: 'too-large' }
    chunks.push(chunk)
  }
  return {
    state: 'answered',
    url: url.href,
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks),
  }
}
