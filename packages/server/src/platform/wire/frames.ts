import type { Fleeting } from '@portico/protocol/fleeting'
import type { ServerFrame } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import type { Entry, Point } from '../log.ts'
import { must } from '../must.ts'

const PART_LENGTH = 20_000 // escaped once more and in UTF-8, a part stays under 64 KiB at worst three bytes a character

export const frame = (f: ServerFrame): string => JSON.stringify(f)

/** Entries of one topic in a row. Their bodies are JSON already. */
export function entriesFrame(entries: readonly Entry[]): string {
  const { topic, position } = must(entries[0])
  const tags = entries.map(({ tag }) => `"${tag}"`).join(',')
  const events = entries.map(({ body }) => body).join(',')
  return `{"type":"entries","topic":"${topic}","position":${position},"tags":[${tags}],"events":[${events}]}`
}

export function snapshotFrames(topic: Topic, view: object, { position, tag }: Point): string[] {
  const text = JSON.stringify(view)
  const parts = Array.from({ length: Math.ceil(text.length / PART_LENGTH) }, (_, i) =>
    text.slice(i * PART_LENGTH, (i + 1) * PART_LENGTH),
  )
  return [
    ...wellFormed(parts).map((part) => frame({ type: 'snapshot', topic, part })),
    frame({ type: 'snapshot-end', topic, position, tag }),
  ]
}

export const caughtUpFrame = (topic: Topic, { position, tag }: Point, mark?: string) =>
  frame({ type: 'caught-up', topic, position, tag, ...(mark !== undefined && { mark }) })
export const goneFrame = (topic: Topic) => frame({ type: 'gone', topic })
export const fleetingFrame = (topic: Topic, fleeting: Fleeting) => frame({ type: 'fleeting', topic, fleeting })

// A cut inside a surrogate pair would leave two halves that UTF-8 cannot carry: the first half moves to the next part.
function wellFormed(parts: readonly string[]): string[] {
  const whole: string[] = []
  let carried = ''
  for (const part of parts) {
    const text = carried + part
    carried = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : ''
    whole.push(carried ? text.slice(0, -1) : text)
  }
  return whole
}
