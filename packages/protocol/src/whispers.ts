// A word to exactly one colleague in a conversation: to nobody else there, least of all the visitor. It is no line: it takes no ordinal
// and moves no list, and stands after the line that was the last when it was said. Each of the two has it on a topic of his own,
// `aside:<conversation>.<operator>`.
import { conversationId, lineId, operatorId } from './ids.ts'
import { MESSAGE_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

const whisperCommand = s.variant('type', [
  s.object({
    type: s.literal('whisper.send'),
    conversation: conversationId,
    line: lineId,
    to: operatorId,
    text: s.said(MESSAGE_CODE_POINTS_MAX),
  }),
])

const staff = s.object({ id: operatorId, name: s.string() })
/** `after`: the ordinal of the line before it. */
const whisper = s.object({
  id: lineId,
  after: s.int().min(0),
  at: s.instant(),
  from: staff,
  to: staff,
  text: s.string(),
})

const whisperEvent = s.variant('type', [
  // on aside:<conversation>.<operator>
  s.object({ type: s.literal('whisper.added'), whisper }),
])

export const whispers = {
  command: whisperCommand,
  event: whisperEvent,
  parts: {
    /** The newest, in the order they were said. */
    aside: s.object({ whispers: s.array(whisper).default([]) }),
  },
}

export type WhisperCommand = s.Infer<typeof whisperCommand>
export type WhisperEvent = s.Infer<typeof whisperEvent>
export type Whisper = s.Infer<typeof whisper>
