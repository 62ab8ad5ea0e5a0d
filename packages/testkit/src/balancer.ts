import { connect, createServer, type Socket } from 'node:net'

type Balancer = { port: number; targets: Set<number>; close: () => void }

/** A proxy in front of several nodes: each connection goes to the next of those that answer. */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const targets = new Set(ports)
  const sockets = new Set<Socket>()
  let turn = 0

  function keep(socket: Socket, other: Socket): void {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  function forward(near: Socket, tries = 0): void {
    const alive = [...targets]
    const port = alive[turn++ % Math.max(1, alive.length)]
    if (port === undefined || tries > ports.length) return void near.destroy()
    const far = connect({ host: '127.0.0.1', port })
    const next = () => forward(near, tries + 1)
    far.once('error', next)
    far.once('connect', () => {
      far.off('error', next)
      keep(near, far)
      keep(far, near)
      near.pipe(far).pipe(near)
    })
  }

  const server = createServer((near) => {
    near.on('error', () => {})
    forward(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    targets,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
