import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'

export type Dialled = { address: string; port: number; secure: boolean; host: string; isIp: boolean; signal: AbortSignal }

/** The outer network, as requests that leave need it. */
export type Network = {
  /** All addresses of a name. */
  resolve: (host: string) => Promise<readonly string[]>
  /** A connection to this address and no other, with the certificate of the host where it is secure. */
  dial: (to: Dialled) => Promise<Socket>
}

export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: async ({ address, port, secure, host, isIp, signal }) => {
    const to = { host: address, port }
    const socket = secure ? connectSecurely({ ...to, ...(!isIp && { servername: host }) }) : connect(to)
    const stop = () => void socket.destroy(new Error('late'))
    signal.addEventListener('abort', stop)
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once(secure ? 'secureConnect' : 'connect', resolve)
        socket.on('error', reject)
      })
      return socket
    } catch (error) {
      socket.destroy()
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
  },
}
