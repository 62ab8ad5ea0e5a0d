import { every, type Clock } from '../clock.ts'
import type { Bus } from './bus.ts'
import { beatOf, gatherFrom, open } from './parcels.ts'
import { openSubscriptions } from './subscriptions.ts'

/** A node says something to itself so often: a path that swallows what is said, or a lost subscription, is found out by that. */
const BEAT_MS = 2000
export const RETRY_MS = 1000

/** A way on which each node hears what all say, itself too. */
export type Line = { say: (text: string) => Promise<void>; end: () => Promise<void> }
type Connect = (heard: { text: (text: string) => void; lost: () => void }) => Promise<Line>

type Given = {
  /** Names this node among the others. */
  node: string
  clock: Clock
  /** Of one text on the line. */
  bytesMax: number
  connect: Connect
  /** Told when others hear, and when they may not any more. */
  onBus: (isUp: boolean) => void
}

type Link = { state: 'away' } | { state: 'greeting' | 'up'; line: Line } | { state: 'closed' }

/** A bus over a line that may be lost and comes again. What is said while there is none is forgotten: position checks find it. */
export function openWiredBus({ node, clock, bytesMax, connect, onBus }: Given): Bus {
  const subscriptions = openSubscriptions()
  const outgoing = gatherFrom(node, bytesMax)
  let link: Link = { state: 'away' }
  let round = 0
  let beat = { said: 0, heard: 0 }
  const counts = { out: 0, in: 0, dropped: 0 }
  let sending = false
  let cancelRetry = () => {}

  function turn(next: Link): void {
    const wasUp = link.state === 'up'
    link = next
    if (next.state !== 'closed' && wasUp !== (next.state === 'up')) onBus(!wasUp)
  }

  async function begin(): Promise<void> {
    const own = ++round
    const isCurrent = () => own === round
    try {
      const line = await connect({ text: (text) => isCurrent() && hear(text), lost: () => isCurrent() && lose() })
      if (!isCurrent()) return await line.end()
      turn({ state: 'greeting', line })
      sayBeat(line)
    } catch {
      if (isCurrent()) lose()
    }
  }

  function lose(): void {
    round++
    if ('line' in link) link.line.end().catch(() => {})
    turn({ state: 'away' })
    cancelRetry = clock.after(RETRY_MS, () => void begin())
  }

  function hear(text: string): void {
    const parcel = open(text)
    if (parcel?.from === node) {
      beat.heard = parcel.beat ?? beat.heard
      if (link.state === 'greeting' && beat.heard === beat.said) turn({ state: 'up', line: link.line })
      return
    }
    if (parcel && parcel.beat === undefined) counts.in++
    for (const [topic, position] of parcel?.moved ?? []) subscriptions.tell(topic, { state: 'moved', position })
    for (const [topic, fleeting] of parcel?.said ?? []) subscriptions.tell(topic, { state: 'fleeting', fleeting })
  }

  function sayBeat(line: Line): void {
    beat = { said: beat.said + 1, heard: beat.heard }
    line.say(beatOf(node, beat.said)).catch(() => 'line' in link && link.line === line && lose())
  }

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    for (let texts = outgoing.take(); texts.length > 0; texts = outgoing.take()) {
      const { line } = 'line' in link ? link : { line: undefined }
      let said = 0
      try {
        for (const text of line ? texts : []) {
          await line?.say(text)
          said++
        }
      } catch {
        if ('line' in link && link.line === line) lose()
      }
      counts.out += said
      counts.dropped += texts.length - said
    }
    sending = false
  }

  void begin()
  const stopBeats = every({ clock, ms: BEAT_MS, onFault: lose }, () => {
    if (!('line' in link)) return
    if (beat.heard === beat.said) sayBeat(link.line)
    else lose()
  })

  return {
    announce: (heads) => {
      outgoing.announce(heads)
      void send()
    },
    publishFleeting: (topic, fleeting) => {
      counts.dropped += outgoing.say(topic, fleeting)
      void send()
    },
    subscribe: subscriptions.subscribe,
    isUp: () => link.state === 'up',
    counts: () => ({ ...counts }),
    close: async () => {
      round++
      stopBeats()
      cancelRetry()
      const { line } = 'line' in link ? link : { line: undefined }
      turn({ state: 'closed' })
      await line?.end()
    },
  }
}
