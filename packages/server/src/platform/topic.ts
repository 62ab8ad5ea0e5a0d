import type { Topic, TopicKind } from '@portico/protocol/topics'
import { actorName, type Actor } from './actor.ts'

export function kindAndId(topic: Topic): { kind: TopicKind | 'settings'; id: string } {
  const [kind = '', id = ''] = topic.split(':')
  return { kind: kind as TopicKind | 'settings', id } // the pattern of a topic allows no other
}

/** Every change of what a person may do or hear is an entry on this topic of his. */
export const personalTopic = (actor: Actor): Topic => actorName(actor) as Topic // an operator's or a visitor's; the system listens to none
