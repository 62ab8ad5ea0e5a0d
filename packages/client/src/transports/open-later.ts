import { BROKEN, type OpenTransport } from '../transport.ts'

/** A transport whose code is fetched first. Where that does not come, the transport is a broken one, and tried again as such. */
export const openLater =
  (fetchIt: () => Promise<OpenTransport>): OpenTransport =>
  (site, listener) => {
    let transport: ReturnType<OpenTransport> | undefined
    let closed = false
    const begin = (open: OpenTransport) => {
      if (!closed) transport = open(site, listener)
    }
    fetchIt().then(begin, () => closed || listener.ended(BROKEN))
    return {
      // Nothing is said before the server has been heard.
      say: (frame) => transport?.say(frame),
      close: () => {
        closed = true
        transport?.close()
      },
    }
  }
