import type { Author } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import { findChannel } from '../channels/reads.ts'
import { refuseUnidentified } from '../customers/refuse-unidentified.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import { must } from '../platform/must.ts'
import { readSwitchedOff } from '../workspace/switch-reads.ts'
import { mayBegin, maySpeak } from '../workspace/switches.ts'
import { comingTo } from './coming-to.ts'
import { accept, reopen as reopened } from './conversation.ts'
import type { Conversations } from './index.ts'
import { mayAccept, mayKnow, mayReopen } from './policy.ts'
import { begunAfter, findConversation, findNewest, readSummary } from './reads.ts'
import { refuseFull } from './room.ts'
import { untakenMsOf } from './untaken.ts'

/** What has ended is taken up again. What somebody else has taken up meanwhile is accepted, or answered like an accept. */
export const reopen: Conversations['commands']['conversation.reopen'] = async (tx, { conversation: id }, ctx) => {
  const conversation = await findConversation(tx, id)
  const unknown = mayKnow(ctx.actor, conversation)
  if (unknown || !conversation) return unknown ?? refuse('not-found')
  const at = ctx.now()
  const { phase, channel, entrance, visitor } = conversation
  const by = authorOf(ctx.actor, visitor.name)
  const isComing = by.kind === 'operator' && phase.state !== 'active'
  const coming = by.kind === 'operator' ? await comingTo(tx, conversation, { operator: by, by: 'reopening', ctx }) : null
  const full = isComing ? await refuseFull(tx, conversation, by.id) : undefined
  if (phase.state !== 'closed') {
    if (!coming) return []
    return mayAccept(ctx.actor, conversation) ?? full ?? accept(conversation, coming)
  }
  const { options, archivedAt } = must(await findChannel(tx, entrance))
  if (archivedAt !== null) return refuse('closed', { detail: 'archived' })
  const refused = mayReopen(ctx.actor, { conversation, endedAt: phase.at, withinMs: options.reopenWithinMs, at })
  const off = await readSwitchedOff(tx)
  const strange = ctx.actor.kind === 'visitor' ? await refuseUnidentified(tx, { options, visitor: ctx.actor.id }) : undefined
  const closed = refused ?? (ctx.actor.kind === 'visitor' ? mayBegin('public-to-operator', off) : maySpeak(off)) ?? strange
  if (closed) return closed
  const newest = must(await findNewest(tx, { visitor: visitor.id, channel: entrance }))
  if (newest.closed_at === null) return refuse('exists')
  if (full) return full
  const waits = !coming
  const begunAt = begunAfter(newest, at)
  const untakenMs = untakenMsOf(must(await findChannel(tx, channel)).options)
  return reopened(conversation, {
    by,
    seat: coming?.seat ?? null,
    guise: coming?.guise ?? null,
    line: coming?.line ?? ctx.newId<LineId>(),
    at,
    summary: await readSummary(tx, id),
    begunAt,
    previous: newest.id === id ? null : newest.id,
    bearWithUsAt: waits && options.bearWithUsAfterMs > 0 ? at + options.bearWithUsAfterMs : null,
    untakenAt: waits && untakenMs !== null ? begunAt + untakenMs : null,
  })
}

function authorOf(actor: Authority, visitorName: string | null): Author {
  switch (actor.kind) {
    case 'operator':
      return { kind: 'operator', id: actor.id, name: actor.name }
    case 'visitor':
      return { kind: 'visitor', name: visitorName }
    case 'system':
      return { kind: 'system' }
  }
}
