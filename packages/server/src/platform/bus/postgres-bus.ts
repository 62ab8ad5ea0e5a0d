import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Bus } from './bus.ts'
import { openWiredBus, type Line } from './wired-bus.ts'

/** A notification has at most 8,000 bytes, and all nodes of a database hear one channel. */
const NOTIFICATION_BYTES_MAX = 7900
const CHANNEL = 'portico'
const CONNECT_MS = 2000
const QUERY_MS = 2000

type Given = { url: string; node: string; clock: Clock; onBus: (isUp: boolean) => void }

/**
 * Over LISTEN and NOTIFY, on a connection of its own: inside a command's transaction a notification would make all commits wait
 * for each other. Nothing of it need be durable.
 */
export const openPostgresBus = ({ url, ...given }: Given): Bus =>
  openWiredBus({ ...given, bytesMax: NOTIFICATION_BYTES_MAX, connect: (heard) => connect(url, heard) })

async function connect(url: string, { text, lost }: { text: (text: string) => void; lost: () => void }): Promise<Line> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
  })
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ payload }) => text(payload ?? ''))
  try {
    await client.connect()
    await client.query(`set synchronous_commit = off; listen ${CHANNEL}`)
  } catch (error) {
    client.end().catch(() => {})
    throw error
  }
  return {
    say: async (said) => void (await client.query('select pg_notify($1, $2)', [CHANNEL, said])),
    end: () => client.end(),
  }
}
