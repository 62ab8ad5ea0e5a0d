// A topic is an audience: whoever may see less gets fewer topics, never a filtered one, so positions stay dense for each
// reader. `conversation:` is the operators' side with internal notes, `chat:` the visitor's side of the same conversation,
// `channel:` the requests and changes of state for operators who may receive there, `lobby:` what any visitor of a channel
// may know (is somebody there, which texts are shown), `operator:` and `visitor:` a person's own, `settings` all operators',
// `aside:<conversation>.<operator>` what one operator whispers with colleagues there.
import * as s from './schema.ts'

export type TopicKind = 'conversation' | 'chat' | 'channel' | 'lobby' | 'operator' | 'visitor' | 'aside'
export type Topic = `${TopicKind}:${string}` | 'settings'

const PATTERN = /^(?:(?:conversation|chat|channel|lobby|operator|visitor):[\w-]{1,40}|aside:[\w-]{1,40}\.[\w-]{1,40}|settings)$/

export const topic = s.custom<Topic>((value) => typeof value === 'string' && PATTERN.test(value), 'not a topic')
