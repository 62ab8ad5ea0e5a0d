import type { Network } from '@portico/client/surroundings'
import { WebSocket } from 'ws'

export type Way = '/socket' | '/stream'
export type Tap = {
  network: Network
  /** Everything this person's device has received, as it came. */
  received: () => string
  /** The ways that fail from then on, as behind some proxies. */
  block: (ways: readonly Way[]) => void
}

/** The real network, from a person's own address and with his cookie, keeping all that is received. */
export function tapNetwork({ address, cookie }: { address: string; cookie?: string }): Tap {
  const heard: string[] = []
  let blocked: readonly Way[] = []
  const headers = () => ({ 'x-forwarded-for': address, ...(cookie && { cookie }) })
  return {
    network: {
      openSocket: (url) => {
        const socket = new WebSocket(blocked.includes('/socket') ? 'ws://127.0.0.1:1/blocked' : url, { headers: headers() })
        socket.on('message', (data: Buffer) => heard.push(data.toString('utf8')))
        socket.on('error', () => {})
        return socket
      },
      fetch: async (url, request) => {
        if (blocked.includes('/stream') && url.endsWith('/stream')) throw new TypeError('blocked')
        const response = await fetch(url, {
          ...request,
          headers: { ...(request.headers as Record<string, string>), ...headers() },
        }) // the client gives plain objects
        if (!response.body) return response
        const [kept, given] = response.body.tee()
        void keep(kept, heard)
        return new Response(given, response)
      },
    },
    received: () => heard.join('\n'),
    block: (ways) => {
      blocked = ways
    },
  }
}

async function keep(body: ReadableStream<Uint8Array>, heard: string[]): Promise<void> {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of body) heard.push(decoder.decode(chunk, { stream: true }))
  } catch (error) {
    // The reader went away or the server did: what came until then was kept.
    if (!(error instanceof Error)) throw error
  }
}
