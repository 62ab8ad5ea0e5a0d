import * as s from '@portico/protocol/schema'
import type { Topic } from '@portico/protocol/topics'
import { views } from '@portico/protocol/views'
import type { ReadSnapshot } from '@portico/server/platform/snapshots'
import { expect } from 'vitest'
import { eventually } from './eventually.ts'
import type { Person } from './person.ts'

type Verified = { people: Iterable<Person>; readSnapshot: ReadSnapshot }

/**
 * Snapshot + events is what a fresh snapshot says, for every topic of every person. A snapshot is of its view's schema, with
 * nothing beside it, and no entry was for nothing.
 */
export async function verify({ people, readSnapshot }: Verified): Promise<void> {
  for (const person of people) {
    if (person.live.link().state !== 'online') continue
    await eventually(async () => {
      for (const topic of person.live.topics()) {
        const held = person.live.view<'settings'>(topic as 'settings') // any topic's: they are only compared
        const { view: fresh } = await readSnapshot(topic)
        expect(comparable(topic, held), `${person.name}'s ${topic}`).toEqual(comparable(topic, fresh))
        if (fresh) expect(parsed(topic, fresh), `${topic} of the schema alone`).toMatchObject(JSON.parse(JSON.stringify(fresh)))
      }
    })
    expect(person.idle, `what changed nothing for ${person.name}`).toEqual([])
  }
}

// ListSummary reaches lists by fleeting hints and is repaired within seconds; the newest lines stand in a snapshot, while
// who has been there keeps the older ones too.
function comparable(topic: Topic, given: object | undefined): unknown {
  if (!given) return given
  const view = parsed(topic, given)
  if (topic.startsWith('channel:') && 'rows' in view) {
    const rows = view.rows as { summary: unknown }[] // the rows of a ChannelView
    return { ...view, rows: rows.map(({ summary: _, ...row }) => row) }
  }
  if ('lines' in view) {
    const lines = view.lines as unknown[] // the lines of a ConversationView or ChatView
    return { ...view, lines: lines.slice(-50), older: lines.length > 50 || ('older' in view && view.older) }
  }
  return view
}

/** What is missing reads as its default. */
function parsed(topic: Topic, view: object): object {
  const kind = topic.split(':')[0] as keyof typeof views // a topic begins with its kind
  return s.parse<s.ObjectSchema>(views[kind], view)
}
