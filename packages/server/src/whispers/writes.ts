import type { Whispers } from './index.ts'

export const writes: Whispers['writes'] = {
  'whisper.said': async (tx, { conversation, whisper: { id, after, at, from, to, text } }) => {
    await tx
      .insertInto('whisper')
      .values({
        id,
        conversation_id: conversation,
        after_ordinal: after,
        from_id: from.id,
        from_name: from.name,
        to_id: to.id,
        to_name: to.name,
        text,
        at,
      })
      .execute()
  },
}
