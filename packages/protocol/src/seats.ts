// How operators come to sit in a conversation, change their part in it and go. Who contributes is in its phase, and the visitor
// knows of him; an observer reads along, and nothing that a visitor gets says that he is there: he is in `observers`, which is on
// `conversation:` alone.
import { conversationId, lineId, operatorId } from './ids.ts'
import { level } from './levels.ts'
import { MESSAGE_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

const seatCommand = s.variant('type', [
  // Refused `alone` where nobody else would be with the visitor.
  s.object({ type: s.literal('conversation.leave'), conversation: conversationId }),
  // Who takes part reads along from now on; who supervises begins to, unasked.
  s.object({ type: s.literal('conversation.observe'), conversation: conversationId }),
  s.object({ type: s.literal('conversation.take-part'), conversation: conversationId }),
  // Another operator has it at once in the sender's place; `text` is a note for whoever has it then.
  s.object({
    type: s.literal('conversation.hand-over'),
    conversation: conversationId,
    operator: operatorId,
    line: lineId,
    text: s.optional(s.said(MESSAGE_CODE_POINTS_MAX)),
  }),
])

const staff = s.object({ id: operatorId, name: s.string() })
const sitting = s.object({ conversation: conversationId, level })

const seatEvent = s.variant('type', [
  // on operator:<id>
  s.object({ type: s.literal('sitting.began'), sitting }),
  s.object({ type: s.literal('sitting.ended'), conversation: conversationId }),
])

export const seats = {
  command: seatCommand,
  event: seatEvent,
  parts: {
    /** Who reads along, in the order they came. */
    conversation: s.object({ observers: s.array(staff).default([]) }),
    /** Where one sits without having taken it: invited, given, or to observe; by the ids of the conversations. */
    operator: s.object({ sittings: s.array(sitting).default([]) }),
  },
}

export type SeatCommand = s.Infer<typeof seatCommand>
export type SeatEvent = s.Infer<typeof seatEvent>
export type Sitting = s.Infer<typeof sitting>
