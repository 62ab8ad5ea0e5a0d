import { openRedis } from './redis-connection.ts'

/** What a Redis calls itself, asked over a connection like those of a node. */
export async function lookAtRedis(url: string): Promise<string> {
  const client = await openRedis(url, () => {})
  try {
    const [, version = 'of an unknown version'] = /^redis_version:(\S+)/m.exec(await client.info('server')) ?? []
    return `Redis ${version}`
  } finally {
    client.destroy()
  }
}
