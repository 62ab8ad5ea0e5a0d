// A visitor who was helped may thank for it, once in a conversation. Everybody in it sees since when; operators see how often
// their channel has been thanked in the last minute.
import { conversationId } from './ids.ts'
import * as s from './schema.ts'
import { texts } from './texts.ts'

const thankedAt = s.nullable(s.instant()).default(null)

const thanksCommand = s.variant('type', [s.object({ type: s.literal('thanks.give'), conversation: conversationId })])

const thanksEvent = s.variant('type', [
  // on channel:<id>
  s.object({ type: s.literal('thanks.counted') }),
  s.object({ type: s.literal('thanks.forgotten') }),
])

export const thanks = {
  command: thanksCommand,
  event: thanksEvent,
  channelPart: {
    schema: s.object({ takesThanks: s.boolean(), thanksAnswer: texts(200) }),
    defaults: { takesThanks: true, thanksAnswer: { en: 'You are welcome!', fr: 'Je vous en prie !' } },
    public: ['takesThanks', 'thanksAnswer'],
  } as const,
  parts: {
    conversation: s.object({ thankedAt }),
    chat: s.object({ thankedAt }),
    row: s.object({ thankedAt }),
    channel: s.object({ thanksLately: s.int().min(0).default(0) }),
  },
}

export type ThanksCommand = s.Infer<typeof thanksCommand>
