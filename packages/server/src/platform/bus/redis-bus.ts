import type { Clock } from '../clock.ts'
import { openRedis } from '../redis-connection.ts'
import type { Bus } from './bus.ts'
import { openWiredBus, type Line } from './wired-bus.ts'

const TEXT_BYTES_MAX = 64 * 1024

type Given = {
  url: string
  /** Of this installation alone: several may share one Redis. */
  channel: string
  node: string
  clock: Clock
  onBus: (isUp: boolean) => void
}

export const openRedisBus = ({ url, channel, ...given }: Given): Bus =>
  openWiredBus({ ...given, bytesMax: TEXT_BYTES_MAX, connect: (heard) => connect({ url, channel, ...heard }) })

type Connecting = { url: string; channel: string; text: (text: string) => void; lost: () => void }

/** Whoever subscribes says nothing else on that connection, so there are two. */
async function connect({ url, channel, text, lost }: Connecting): Promise<Line> {
  const listening = await openRedis(url, lost)
  try {
    await listening.subscribe(channel, text)
    const saying = await openRedis(url, lost)
    return {
      say: async (said) => void (await saying.publish(channel, said)),
      end: async () => {
        listening.destroy()
        saying.destroy()
      },
    }
  } catch (error) {
    listening.destroy()
    throw error
  }
}
