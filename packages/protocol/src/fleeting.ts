// Fleeting messages have no position and are never stored: a lost one is repaired by the next. A client sends them in a
// `fleeting` frame; the server checks who may, and passes them on to the other members of the topic. Drafts go from a
// visitor to operators only, and only where the channel's `previewsTyping` is on. The others come from the server alone:
// `conversation.stirred` as it happens, and may be overtaken; `list.moved` as the database has it, and replaces.
import { conversationId, operatorId } from './ids.ts'
import { page, summary } from './conversations.ts'
import { DRAFT_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

/** What a client may send. `typing` in the note box names `note`: it is announced to operators only. */
export const fleetingSent = s.variant('type', [
  s.object({ type: s.literal('typing'), conversation: conversationId, box: s.literal(['reply', 'note']) }),
  s.object({ type: s.literal('draft'), conversation: conversationId, text: s.text(DRAFT_CODE_POINTS_MAX) }),
  s.object({ type: s.literal('looking'), conversation: conversationId, looks: s.boolean() }),
])

const operator = s.object({ kind: s.literal('operator'), id: operatorId, name: s.string() })
const who = s.variant('kind', [s.object({ kind: s.literal('visitor') }), operator])

/** What a client receives. */
export const fleeting = s.variant('type', [
  s.object({ type: s.literal('typing'), who, box: s.literal(['reply', 'note']) }),
  s.object({ type: s.literal('draft'), text: s.string() }),
  // An operator has the conversation before him, or no longer; said again every so often while he has, to operators alone.
  s.object({ type: s.literal('looking'), who: operator, looks: s.boolean() }),
  // Whether the visitor of a conversation one looks at is connected; a null instant was before the server began to look.
  // `page`: where he is, as far as he says; `actedAt`: when he last did something there.
  s.object({ type: s.literal('visitor.here'), page: s.optional(page), actedAt: s.optional(s.instant()) }),
  s.object({ type: s.literal('visitor.away'), since: s.nullable(s.instant()) }),
  // Between nodes alone: one where somebody looks asks those where the visitor may be for his page.
  s.object({ type: s.literal('visitor.sought') }),
  // To a visitor who waits: how many are served before him and he, and in whole minutes how long that may take where it is known.
  s.object({
    type: s.literal('queue.place'),
    place: s.int().min(1),
    minutes: s.nullable(s.object({ from: s.int().min(0), to: s.int().min(1) })),
  }),
  s.object({ type: s.literal('conversation.stirred'), conversation: conversationId, summary }),
  // On `settings`, every 5 s while the server's disk is full and nothing can be written; once when there is room again.
  s.object({ type: s.literal('disk.full') }),
  s.object({ type: s.literal('disk.free') }),
  s.object({ type: s.literal('list.moved'), rows: s.array(s.object({ conversation: conversationId, summary })) }),
])

export type FleetingSent = s.Infer<typeof fleetingSent>
export type Fleeting = s.Infer<typeof fleeting>
