import type { LineId } from '@portico/protocol/ids'
import { findChannel } from '../channels/reads.ts'
import { refuse, type Context, type Decision } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { lockSubjects } from '../platform/db/dialect.ts'
import { must } from '../platform/must.ts'
import { readSwitchedOff } from '../workspace/switch-reads.ts'
import { maySpeak } from '../workspace/switches.ts'
import { comingTo } from './coming-to.ts'
import { isIn, sayAsOperator, sayAsVisitor, type Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import type { Conversations } from './index.ts'
import { mayAccept, mayKnow, observes } from './policy.ts'
import { findConversation } from './reads.ts'
import { refuseFull } from './room.ts'
import { staffOf } from './staff-of.ts'
import { refuseTakenLine } from './taken-id.ts'

export const say: Conversations['commands']['message.send'] = async (tx, { conversation: id, line, text }, ctx) => {
  const conversation = await findConversation(tx, id)
  const refused = mayKnow(ctx.actor, conversation)
  if (refused || !conversation) return refused ?? refuse('not-found')
  const taken = await refuseTakenLine(tx, line, ctx.actor)
  if (taken) return taken
  const off = maySpeak(await readSwitchedOff(tx))
  if (off) return off
  const said = { line, text, at: ctx.now() }
  switch (ctx.actor.kind) {
    case 'visitor':
      return sayAsVisitor(conversation, said)
    case 'operator':
      if (observes(conversation, ctx.actor.id)) return refuse('forbidden')
      return answer(tx, conversation, { ...said, ctx })
    case 'system':
      return refuse('forbidden')
  }
}

type Said = { line: LineId; text: string; at: number; ctx: Context }

async function answer(tx: Tx, conversation: Conversation, { ctx, ...said }: Said): Promise<Decision<ConversationEvent>> {
  const operator = staffOf(ctx)
  const isComing = conversation.phase.state !== 'closed' && !isIn(conversation, operator.id)
  const refused = isComing && (await refuseComing(tx, conversation, ctx))
  if (refused) return refused
  const coming = isComing ? await comingTo(tx, conversation, { operator, by: 'writing', ctx }) : null
  return sayAsOperator(conversation, { ...said, operator, coming })
}

/** Only who joins by it has one more, and needs the lock of those who do. */
async function refuseComing(tx: Tx, conversation: Conversation, ctx: Context) {
  const { id: operator } = staffOf(ctx)
  if (conversation.phase.state === 'requested') {
    const { options } = must(await findChannel(tx, conversation.channel))
    const refused = options.assigns === 'everyone' ? mayAccept(ctx.actor, conversation) : refuse('not-accepted')
    if (refused) return refused
  }
  await lockSubjects(tx, [`operator:${operator}`])
  return refuseFull(tx, conversation, operator)
}
