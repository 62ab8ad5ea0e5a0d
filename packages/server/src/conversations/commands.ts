import type { LineId } from '@portico/protocol/ids'
import { findOperator } from '../auth/reads.ts'
import { levelIn } from '../channels/level-reads.ts'
import { findChannel, readMemberships } from '../channels/reads.ts'
import { refuse, type Context } from '../platform/capability.ts'
import { must } from '../platform/must.ts'
import { internal } from '../platform/internal.ts'
import { acknowledge } from './acknowledge.ts'
import { assign } from './assign.ts'
import { comingTo } from './coming-to.ts'
import { accept, bearWithUs, close, expire, note, release, takeBack } from './conversation.ts'
import type { Conversations } from './index.ts'
import { open } from './open.ts'
import { editVisitor } from './edit-visitor.ts'
import { giveGuise } from './give-guise.ts'
import { introduce } from './introduce.ts'
import { move, passOn } from './move.ts'
import { declineOffer, lapseOffer, makeOffer } from './offering.ts'
import { reopen } from './reopen.ts'
import { mayAccept, mayKnow, mayWorkOn, observes } from './policy.ts'
import { readLastLineAt } from './quiet-reads.ts'
import { countVisitorLines, findConversation, findLine, findMark, findSeen, readMarkers } from './reads.ts'
import { refuseFull } from './room.ts'
import { say } from './say.ts'
import { seatCommands } from './seat-commands.ts'
import { observerLeft, sitterOf } from './seating.ts'
import { staffOf } from './staff-of.ts'
import { refuseTakenLine } from './taken-id.ts'
import { untakenMsOf } from './untaken.ts'

export const commands: Conversations['commands'] = {
  ...seatCommands,
  'conversation.open': open,
  'visitor.edit': editVisitor,
  'conversation.reopen': reopen,
  'message.send': say,
  'note.write': async (tx, { conversation: id, line, text }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayWorkOn(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const taken = await refuseTakenLine(tx, line, ctx.actor)
    if (taken) return taken
    return note(conversation, { line, text, at: ctx.now(), operator: staffOf(ctx) })
  },
  'conversation.accept': async (tx, { conversation: id }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayAccept(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const operator = staffOf(ctx)
    const full = conversation.phase.state === 'requested' ? await refuseFull(tx, conversation, operator.id) : undefined
    if (full) return full
    const by = conversation.offer?.operator === operator.id ? 'dispatch' : 'accept'
    return accept(conversation, await comingTo(tx, conversation, { operator, by, ctx }))
  },
  'conversation.assign': assign,
  'conversation.move': move,
  'conversation.pass-on': internal(passOn),
  'conversation.decline': declineOffer,
  'conversation.offer': internal(makeOffer),
  'conversation.lapse': internal(lapseOffer),
  'conversation.close': async (tx, { conversation: id }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayKnow(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    if (conversation.phase.state === 'closed') return []
    if (observes(conversation, ctx.actor.id)) return refuse('forbidden')
    const by =
      ctx.actor.kind === 'operator' ? { kind: 'operator' as const, ...staffOf(ctx) } : authorOf(ctx, conversation.visitor.name)
    // Whoever ends it without having been in it is read of for the first time.
    const guise = by.kind === 'operator' ? await giveGuise(tx, conversation, by.id) : null
    return close(conversation, { by, guise, line: newLine(ctx), at: ctx.now(), markedBy: await readMarkers(tx, id) })
  },
  'conversation.introduce': introduce,
  'visitor.acknowledge': acknowledge,
  'read.mark': async (tx, { conversation: id, line: lineId }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayKnow(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const line = await findLine(tx, lineId)
    if (line?.conversation !== id || line.audience === HIDDEN_FROM[ctx.actor.kind]) return refuse('not-found')
    const { ordinal } = line
    if (ctx.actor.kind === 'visitor') {
      return ordinal > conversation.visitorRead ? [{ type: 'visitor.read', conversation, ordinal }] : []
    }
    const operator = ctx.actor.kind === 'operator' ? ctx.actor.id : undefined
    if (!operator) return refuse('forbidden')
    if (conversation.phase.state === 'closed' || ordinal <= (await findMark(tx, { operator, conversation: id }))) return []
    const takesPart =
      conversation.phase.state === 'active' && conversation.phase.operators.some(({ id: each }) => each === operator)
    const seen = takesPart ? await findSeen(tx, { conversation: id, ordinal }) : undefined
    const moves = seen && seen.ordinal > conversation.seenOrdinal
    const visitorLines = conversation.visitorLines - (await countVisitorLines(tx, { conversation: id, after: ordinal }))
    return [{ type: 'operator.read', conversation, operator, ordinal, visitorLines, seen: moves ? seen : null, at: ctx.now() }]
  },
  'conversation.bear-with-us': internal(async (tx, { conversation: id }, ctx) => {
    return bearWithUs(must(await findConversation(tx, id)), { line: newLine(ctx), at: ctx.now() })
  }),
  'conversation.expire': internal(async (tx, { conversation: id, gone }, ctx) => {
    const conversation = await findConversation(tx, id)
    if (!conversation) return refuse('not-found')
    const { options } = must(await findChannel(tx, conversation.channel))
    return expire(conversation, {
      line: newLine(ctx),
      at: ctx.now(),
      lastLineAt: await readLastLineAt(tx, conversation),
      isGone: gone,
      limits: options,
      markedBy: await readMarkers(tx, id),
    })
  }),
  'conversation.release': internal(async (tx, { conversation: id, operator }, ctx) => {
    const conversation = must(await findConversation(tx, id))
    const { options } = must(await findChannel(tx, conversation.channel))
    const sitter = sitterOf(conversation, operator)
    if (sitter?.level === 'observer') {
      // Whom the channel still lets look may go on.
      const account = await findOperator(tx, operator)
      if (account?.revokedAt === null && (await levelIn(tx, { operator, channel: conversation.channel }))) return []
      return [observerLeft(conversation, { operator: sitter.operator, line: newLine(ctx), at: ctx.now() })]
    }
    return release(conversation, { operator, line: newLine(ctx), at: ctx.now(), untakenMs: untakenMsOf(options) })
  }),
  'conversation.take-back': internal(async (tx, { conversation: id, operator, ifWaiting }, ctx) => {
    const conversation = must(await findConversation(tx, id))
    const isOthers = conversation.phase.state !== 'requested' || (conversation.offer?.operator ?? operator) !== operator
    if (ifWaiting && isOthers) return []
    const account = await findOperator(tx, operator)
    // What may have ended with his access, or with a second leaving, is not his to take back.
    const isMember = (await readMemberships(tx, operator)).includes(conversation.channel)
    if (!account || account.revokedAt !== null || !isMember || (await refuseFull(tx, conversation, operator))) return []
    const staff = { id: operator, name: account.name }
    return takeBack(conversation, await comingTo(tx, conversation, { operator: staff, by: 'return', ctx }))
  }),
  'conversation.help': internal(async (tx, { conversation: id, operator }, ctx) => {
    const account = await findOperator(tx, operator)
    if (!account || account.revokedAt !== null) return []
    // Who was alone in it may have left meanwhile: then whoever has come to help has it.
    const conversation = must(await findConversation(tx, id))
    const staff = { id: operator, name: account.name }
    return takeBack(conversation, await comingTo(tx, conversation, { operator: staff, by: 'help', ctx }))
  }),
}

const HIDDEN_FROM = { visitor: 'operators', operator: 'customer', system: null } as const

const newLine = (ctx: Context) => ctx.newId<LineId>()

const authorOf = ({ actor }: Context, name: string | null) =>
  actor.kind === 'visitor' ? ({ kind: 'visitor', name } as const) : ({ kind: 'system' } as const)
