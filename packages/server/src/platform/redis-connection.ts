import type { RedisClientType } from '@redis/client'

const CONNECT_MS = 2000
/** What nobody answers for so long, nobody answers any more. */
const ANSWER_MS = 2000
const KEEPALIVE_MS = 5000

/** One connection, as long as it lasts; who comes again is whoever asked for it. */
export async function openRedis(url: string, lost: () => void): Promise<RedisClientType> {
  const { createClient } = await import('@redis/client') // not needed without REDIS_URL, and not small
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: ANSWER_MS },
    socket: { reconnectStrategy: false, connectTimeout: CONNECT_MS, keepAlive: true, keepAliveInitialDelay: KEEPALIVE_MS },
  })
  client.on('error', lost)
  client.on('end', lost)
  try {
    await client.connect()
  } catch (error) {
    if (client.isOpen) client.destroy()
    throw error
  }
  return client
}
