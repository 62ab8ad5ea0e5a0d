import type { Staff } from '@portico/protocol/conversations'
import type { ChannelId, LineId } from '@portico/protocol/ids'
import { obstacleToMove } from '../channels/moving.ts'
import { thoseWithLevel } from '../channels/level-reads.ts'
import { findChannel } from '../channels/reads.ts'
import { refuse, type Context, type Decision, type Of } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { move as moved, type Conversation } from './conversation.ts'
import type { ConversationCommand, ConversationEvent } from './events.ts'
import type { Conversations } from './index.ts'
import { findPerson } from './person-row.ts'
import { mayContribute } from './policy.ts'
import { findConversation, readSummary } from './reads.ts'
import { staffOf } from './staff-of.ts'
import { untakenMsOf } from './untaken.ts'

/** From a channel of his to another of his. */
export const move: Conversations['commands']['conversation.move'] = async (tx, { conversation: id, channel: to }, ctx) => {
  const conversation = await findConversation(tx, id)
  const refused = mayContribute(ctx.actor, conversation)
  if (refused || !conversation) return refused ?? refuse('not-found')
  if (!(await findChannel(tx, to))) return refuse('not-found')
  if (obstacleToMove({ from: placeOf(ctx, conversation.channel), to: placeOf(ctx, to) })) return refuse('forbidden')
  return moved(conversation, await moving(tx, conversation, { to, by: staffOf(ctx), ctx }))
}

const placeOf = ({ actor }: Context, channel: ChannelId) =>
  ({ channel: 'other', level: actor.kind === 'operator' ? actor.levels.get(channel) : undefined }) as const

/** It waits as it did then, and its channel still says so. What has come by itself goes no further by itself. */
export async function passOn(
  tx: Tx,
  { conversation: id, since }: Of<ConversationCommand, 'conversation.pass-on'>,
  ctx: Context,
): Promise<Decision<ConversationEvent>> {
  const conversation = await findConversation(tx, id)
  if (!conversation) return refuse('not-found')
  const { phase, channel } = conversation
  if (phase.state !== 'requested' || phase.at !== since) return []
  const { options } = must(await findChannel(tx, channel))
  const to = untakenMsOf(options) === null ? null : options.untakenTo
  if (to === null || !(await findChannel(tx, to))) return []
  return moved(conversation, await moving(tx, conversation, { to, by: null, ctx }))
}

async function moving(
  tx: Tx,
  { id, channel, visitor, sitters }: Conversation,
  { to, by, ctx }: { to: ChannelId; by: Staff | null; ctx: Context },
) {
  const staying = new Set(await thoseWithLevel(tx, { channel: to, atLeast: 'participant' }))
  const before = await thoseWithLevel(tx, { channel, atLeast: 'participant' })
  const within = sitters.map(({ operator }) => operator.id)
  const losing = [...new Set([...before, ...within])].filter((operator) => !staying.has(operator))
  const summary = await readSummary(tx, id)
  const person = await findPerson(tx, visitor.id)
  return { to, by, staying, losing, summary, person, line: ctx.newId<LineId>(), at: ctx.now() }
}
