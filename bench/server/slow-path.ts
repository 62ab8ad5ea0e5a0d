import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What browsers' tools call slow 4G. */
const THERE_AND_BACK_MS = 150
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8

export type SlowPath = { port: number; close: () => void }

/** A slow network before a server, the same for a page and for all its frames: late both ways, and narrow towards the browser. */
export async function openSlowPath(port: number): Promise<SlowPath> {
  const sockets = new Set<Socket>()
  let freeAt = 0

  // All connections share the way.
  function carry(bytes: number): number {
    freeAt = Math.max(freeAt, performance.now()) + (bytes / BYTES_A_SECOND) * 1000
    return freeAt - performance.now() + THERE_AND_BACK_MS / 2
  }

  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    // Connecting costs as much as asking.
    const openAt = performance.now() + THERE_AND_BACK_MS
    near.on('data', (chunk) =>
      setTimeout(() => far.write(chunk), Math.max(openAt - performance.now(), 0) + THERE_AND_BACK_MS / 2),
    )
    far.on('data', (chunk) => setTimeout(() => near.write(chunk), carry(chunk.length)))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => setTimeout(() => other.destroy(), THERE_AND_BACK_MS))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
