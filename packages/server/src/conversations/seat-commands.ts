import type { LineId } from '@portico/protocol/ids'
import { maySupervise } from '../auth/policy.ts'
import { findOperator } from '../auth/reads.ts'
import { levelIn } from '../channels/level-reads.ts'
import { mayFromOutside } from '../channels/permission.ts'
import { refuse, type Context } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { comingTo } from './coming-to.ts'
import { isIn, takeBack } from './conversation.ts'
import type { Conversations } from './index.ts'
import { mayContribute, mayWorkOn } from './policy.ts'
import { findConversation } from './reads.ts'
import { refuseFull } from './room.ts'
import { newSeat } from './seat.ts'
import { handOver, leave, observe, sitIn, sitterOf, takePart, toOperators } from './seating.ts'
import { staffOf } from './staff-of.ts'
import { refuseTakenLine } from './taken-id.ts'

type Commands = Pick<
  Conversations['commands'],
  | 'conversation.leave'
  | 'conversation.observe'
  | 'conversation.take-part'
  | 'conversation.hand-over'
  | 'conversation.come'
  | 'conversation.tell'
>

export const seatCommands: Commands = {
  'conversation.leave': async (tx, { conversation: id }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayWorkOn(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const channelLevel = levelOf(ctx, conversation)
    return leave(conversation, { operator: staffOf(ctx), channelLevel, line: newLine(ctx), at: ctx.now() })
  },
  'conversation.observe': async (tx, { conversation: id }, ctx) => {
    if (ctx.actor.kind !== 'operator') return refuse('forbidden')
    const conversation = await findConversation(tx, id)
    if (!conversation) return refuse('not-found')
    const operator = staffOf(ctx)
    const channelLevel = levelOf(ctx, conversation)
    const change = { operator, channelLevel, at: ctx.now() }
    const { channel } = conversation
    if (sitterOf(conversation, operator.id)) {
      const seat = newSeat(ctx, { by: 'invitation', channel, level: 'observer' })
      return observe(conversation, { ...change, seat, lines: [newLine(ctx), newLine(ctx)] })
    }
    // Whoever looks after the work of others comes unasked, as far as the channel lets him look.
    if (!maySupervise(ctx.actor) || !mayFromOutside('join-as-observer', channelLevel))
      return mayWorkOn(ctx.actor, conversation) ?? refuse('forbidden')
    const seat = newSeat(ctx, { by: 'supervision', channel, level: 'observer' })
    return sitIn(conversation, { ...change, seat, line: newLine(ctx) })
  },
  'conversation.take-part': async (tx, { conversation: id }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayWorkOn(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const operator = staffOf(ctx)
    const coming = await comingTo(tx, conversation, { operator, by: 'invitation', level: 'participant', ctx })
    const decided = takePart(conversation, { channelLevel: levelOf(ctx, conversation), coming, line: newLine(ctx) })
    const comes = Array.isArray(decided) && decided.length > 0
    return (comes ? await refuseFull(tx, conversation, operator.id) : undefined) ?? decided
  },
  'conversation.hand-over': async (tx, { conversation: id, operator, line, text }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayContribute(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const taken = await refuseTakenLine(tx, line, ctx.actor)
    if (taken) return taken
    const account = await findOperator(tx, operator)
    const level = await levelIn(tx, { operator, channel: conversation.channel })
    if (!account || account.revokedAt !== null || !mayFromOutside('join-as-participant', level)) return refuse('not-found')
    const to = { id: operator, name: account.name }
    const comes = conversation.phase.state === 'active' && !isIn(conversation, operator)
    const coming = comes ? await comingTo(tx, conversation, { operator: to, by: 'hand-over', level, ctx }) : null
    const note = text === undefined ? null : { line, text }
    const lines = [newLine(ctx), newLine(ctx)] as const
    const decided = handOver(conversation, { from: staffOf(ctx), to, coming, note, lines, at: ctx.now() })
    const changes = comes && Array.isArray(decided) && decided.length > 0
    return (changes ? await refuseFull(tx, conversation, operator) : undefined) ?? decided
  },
  'conversation.come': internal(async (tx, { conversation: id, operator, level }, ctx) => {
    const conversation = await findConversation(tx, id)
    if (!conversation) return refuse('not-found')
    const account = await findOperator(tx, operator)
    if (!account || account.revokedAt !== null || conversation.phase.state === 'closed') return []
    const staff = { id: operator, name: account.name }
    if (level !== 'observer')
      return takeBack(conversation, await comingTo(tx, conversation, { operator: staff, by: 'invitation', level, ctx }))
    const seat = newSeat(ctx, { by: 'invitation', channel: conversation.channel, level })
    return sitIn(conversation, { operator: staff, seat, line: newLine(ctx), at: ctx.now() })
  }),
  'conversation.tell': internal(async (tx, { conversation: id, operator, notice, whom }, ctx) => {
    const conversation = await findConversation(tx, id)
    if (!conversation) return refuse('not-found')
    const line = toOperators(conversation, { operator, line: newLine(ctx), at: ctx.now(), notice, ...(whom && { whom }) })
    return [{ type: 'line.written', conversation, line }]
  }),
}

const newLine = (ctx: Context) => ctx.newId<LineId>()

const levelOf = ({ actor }: Context, { channel }: { channel: Parameters<typeof newSeat>[1]['channel'] }) =>
  actor.kind === 'operator' ? actor.levels.get(channel) : undefined
