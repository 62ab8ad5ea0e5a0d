import { connect, createServer, type Socket } from 'node:net'

export type TcpProxy = {
  port: number
  /** From now on whatever is said on either side goes nowhere, on new connections too, and no connection ends. */
  swallow: () => void
  /** Ends all connections, and from now on each new one as it comes. */
  cut: () => void
  /** New connections go through again; what was swallowed stays silent for ever, as behind a router that has forgotten it. */
  restore: () => void
  /** Ends the next connection on which the client says these words, after they have gone through. */
  cutAfter: (words: string) => void
  close: () => void
}

/** A path to a server that can be made to fail. */
export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let swallows = false
  let cuts = false
  let deadly: string | undefined

  const server = createServer((near) => {
    if (cuts) return void near.destroy()
    const far = swallows ? undefined : connect(target)
    const isSilent = pair(near, far)
    near.on('data', (data) => {
      if (isSilent()) return
      const cut = deadly !== undefined && data.includes(deadly)
      if (cut) deadly = undefined
      far?.write(data, () => cut && near.destroy())
    })
    far?.on('data', (data) => !isSilent() && near.write(data))
  })

  /** Tells whether this connection has ever been swallowed. */
  function pair(near: Socket, far: Socket | undefined): () => boolean {
    let silent = far === undefined
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      if (!one) continue
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        if (!silent) other?.destroy()
      })
    }
    return () => (silent ||= swallows)
  }

  function endAll() {
    for (const socket of sockets) socket.destroy()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    swallow: () => (swallows = true),
    cut: () => {
      cuts = true
      endAll()
    },
    restore: () => {
      swallows = false
      cuts = false
    },
    cutAfter: (words) => (deadly = words),
    close: () => {
      endAll()
      server.close()
    },
  }
}
