import type { ConversationId } from '@portico/protocol/ids'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Operator } from '@portico/testkit/person'

/** Ann at her desk, without a browser: she takes what is asked, answers, and ends it. */
export type Answering = { take: () => Promise<void>; say: (text: string) => Promise<void>; end: () => Promise<void> }

export function openAnswering(ann: Operator): Answering {
  let conversation: ConversationId | undefined
  const theOne = () => {
    if (!conversation) throw new Error('Ann has taken nothing yet')
    return conversation
  }
  return {
    take: async () => {
      const rows = () => ann.live.view(`channel:${MAIN}`)?.rows
      conversation = (await present(() => rows()?.find(({ phase }) => phase.state === 'requested'))).id
      await ann.send({ type: 'conversation.accept', conversation })
    },
    say: async (text) => void (await ann.say(theOne(), text)),
    end: async () => void (await ann.send({ type: 'conversation.close', conversation: theOne() })),
  }
}
