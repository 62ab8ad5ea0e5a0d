import type { Event } from '@portico/protocol'
import type { Topic } from '@portico/protocol/topics'
import type { Entry } from '../log.ts'

/** What somebody may have watched that is his no more, though he may all that he may: his own topics are looked after anyhow. */
export function watchedLeft(entries: readonly Entry[]): Topic[] {
  return entries
    .filter(({ body }) => body.includes('"topic.left"'))
    .map(({ body }) => JSON.parse(body) as Event) // what is stored is what a broadcast said
    .flatMap((event) => (event.type === 'topic.left' && event.topic.startsWith('conversation:') ? [event.topic] : []))
}
