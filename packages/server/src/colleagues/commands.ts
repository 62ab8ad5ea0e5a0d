import { findOperator } from '../auth/reads.ts'
import { levelIn } from '../channels/level-reads.ts'
import { isIn } from '../conversations/conversation.ts'
import { mayContribute, mayWorkOn } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { refuseFull } from '../conversations/room.ts'
import { sitterOf } from '../conversations/seating.ts'
import { staffOf } from '../conversations/staff-of.ts'
import { isRefusal, refuse } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { internal } from '../platform/internal.ts'
import { must } from '../platform/must.ts'
import { isOpenTo } from '../presence/availability.ts'
import { readPresence } from '../presence/reads.ts'
import type { Colleagues } from './index.ts'
import { end, invite, join, settle } from './inviting.ts'
import { readAsked } from './reads.ts'

export const commands: Colleagues['commands'] = {
  'colleague.invite': async (tx, { conversation: id, operator, level, text }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayWorkOn(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const account = await findOperator(tx, operator)
    if (!account || account.revokedAt !== null) return refuse('not-found')
    return invite(conversation, {
      by: staffOf(ctx),
      operator: { id: operator, name: account.name },
      level,
      text: text ?? null,
      channelLevel: await levelIn(tx, { operator, channel: conversation.channel }),
      reachable: await isReachable(tx, operator),
      asked: await readAsked(tx, id),
      at: ctx.now(),
    })
  },
  'colleague.uninvite': async (tx, { conversation: id, operator }, ctx) => {
    const conversation = await findConversation(tx, id)
    const refused = mayWorkOn(ctx.actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const asked = await readAsked(tx, id)
    const own = asked.find((each) => each.operator.id === operator)
    if (!own) return []
    // An observer takes back what he has said himself; who contributes, whatever was said.
    const isHis = own.invitation.by.id === ctx.actor.id && sitterOf(conversation, own.invitation.by.id)
    if (!isHis && (mayContribute(ctx.actor, conversation) || !isIn(conversation, staffOf(ctx).id))) return refuse('forbidden')
    return [end({ asked, own, at: ctx.now() }, 'withdrawn')]
  },
  'colleague.join': async (tx, { conversation: id, level }, ctx) => {
    if (ctx.actor.kind !== 'operator') return refuse('forbidden')
    const conversation = await findConversation(tx, id)
    if (!conversation) return refuse('not-found')
    const operator = staffOf(ctx)
    const channelLevel = ctx.actor.levels.get(conversation.channel)
    const joined = join(conversation, { operator, level, channelLevel, asked: await readAsked(tx, id), at: ctx.now() })
    // Who only reads along needs no room.
    if (isRefusal(joined) || level === 'observer' || isIn(conversation, operator.id)) return joined
    return (await refuseFull(tx, conversation, operator.id)) ?? joined
  },
  'colleague.decline': async (tx, { conversation: id }, ctx) => {
    if (ctx.actor.kind !== 'operator') return refuse('forbidden')
    const asked = await readAsked(tx, id)
    const own = asked.find(({ operator }) => operator.id === ctx.actor.id)
    return own ? [end({ asked, own, at: ctx.now() }, 'declined')] : refuse('not-found')
  },
  'colleague.settle': internal(async (tx, { conversation: id }, ctx) =>
    settle(must(await findConversation(tx, id)), { asked: await readAsked(tx, id), at: ctx.now() }),
  ),
}

/** With a visitor in it: one comes whose switch says that he is there for them. */
async function isReachable(db: Db, operator: Parameters<typeof readPresence>[1]): Promise<boolean> {
  const presence = await readPresence(db, operator)
  return presence !== undefined && presence.connectedAt !== null && isOpenTo(presence.availability, 'external')
}
