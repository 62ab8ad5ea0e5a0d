// Entries on a person's own topic that say which other topics are theirs. On `topic.left` and `topic.gone` a client drops
// view, pages and outbox of that topic; on `topic.joined` the server sends the topic without being asked.
import * as s from './schema.ts'
import { topic } from './topics.ts'

export const membershipEvent = s.variant('type', [
  s.object({ type: s.literal('topic.joined'), topic }),
  s.object({ type: s.literal('topic.left'), topic }),
])

export type MembershipEvent = s.Infer<typeof membershipEvent>
