import { setImmediate } from 'node:timers/promises'
import type { ChannelId } from '@portico/protocol/ids'
import type { QueuesAnswer } from '@portico/protocol/routing'
import { findChannel } from '../channels/reads.ts'
import { readStanding } from '../hours/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { readConsidered } from './candidates.ts'
import { estimateInParts } from './estimate.ts'
import { readLines, readQueue } from './queue-reads.ts'
import { seededRandom } from './seeded-random.ts'
import { toldPlace } from './told-place.ts'

type Queues = QueuesAnswer['queues']
type Wait = Queues[number]['wait']

/** How long a visitor would wait who began now in each of these channels. */
export async function readNewWaits(db: Db, { channels, at }: { channels: readonly ChannelId[]; at: number }): Promise<Queues> {
  const lines = new Map((await readLines(db)).map(({ channel, waiting }) => [channel, waiting]))
  const queues: Queues = []
  for (const channel of channels)
    queues.push({ channel, wait: await waitIn(db, { channel, waiting: lines.get(channel) ?? [], at }) })
  return queues
}

type Asked = { channel: ChannelId; waiting: readonly unknown[]; at: number }

async function waitIn(db: Db, { channel, waiting, at }: Asked): Promise<Wait> {
  const standing = await readStanding(db, channel)
  if (standing?.state === 'closed') return { state: 'closed', opens: standing.opens }
  const options = (await findChannel(db, channel))?.options
  const considered = options ? await readConsidered(db, { channel, options, at }) : []
  if (!options || considered.length === 0) return { state: 'nobody' }
  if (waiting.length === 0 && considered.some(({ notAsked }) => !notAsked)) return { state: 'at-once' }
  const place = waiting.length + 1
  const queue = await readQueue(db, { channel, options, waiting: [...waiting, 'new'], at })
  if (queue === 'unlimited') return { state: 'waits', place, minutes: null }
  // What somebody writes meanwhile has its turn between the parts.
  const last = (await estimateInParts(queue, seededRandom(), () => setImmediate())).at(-1)
  return { state: 'waits', place, minutes: last ? toldPlace(last, 'estimate').minutes : null }
}
