import type { ServerFrame } from '@portico/protocol/session'
import type { Socket } from '../surroundings.ts'
import { BROKEN, type OpenTransport, type Site } from '../transport.ts'

/** A network that does not let a socket open in this time gets the streamed POST instead. */
const OPEN_MS = 2500

/** Frames over a WebSocket. */
export const openSocket: OpenTransport = (site, { hello, heard, ended }) => {
  const cancelLate = site.clock.after(OPEN_MS, () => ended(BROKEN))
  const socket = connect(site)
  if (!socket) site.clock.after(0, () => ended(BROKEN))
  socket?.addEventListener('open', () => {
    cancelLate()
    socket.send(JSON.stringify(hello()))
  })
  socket?.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as ServerFrame)) // the server's word
  socket?.addEventListener('close', ({ code, reason }) => {
    cancelLate()
    ended({ code: code ?? BROKEN.code, retryAfterMs: Number(reason) || undefined })
  })
  return {
    say: (frame) => socket?.send(JSON.stringify(frame)),
    close: () => {
      cancelLate()
      socket?.close()
    },
  }
}

/** Says in time whether a socket would open. */
export function tryToOpen(site: Site, told: (opens: boolean) => void): () => void {
  const cancelLate = site.clock.after(OPEN_MS, () => tell(false))
  const socket = connect(site)
  socket?.addEventListener('open', () => tell(true))

  function stop() {
    cancelLate()
    socket?.close()
  }
  function tell(opens: boolean) {
    stop()
    told(opens)
  }
  return stop
}

// A page's own policy may forbid the address: the constructor throws then.
function connect({ origin, network }: Site): Socket | undefined {
  try {
    return network.openSocket(`${origin.replace(/^http/, 'ws')}/socket`)
  } catch {
    return undefined
  }
}
