import type { Introduction, Page, VisitorCard } from '@portico/protocol/conversations'
import type { ConversationId, VisitorId } from '@portico/protocol/ids'
import { pageAddress, pageTitle, type PageQuery } from '@portico/protocol/page-address'
import { findChannel } from '../channels/reads.ts'
import { refuseUnidentified } from '../customers/refuse-unidentified.ts'
import { refuse } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { lockSubjects } from '../platform/db/dialect.ts'
import { must } from '../platform/must.ts'
import { readSwitchedOff } from '../workspace/switch-reads.ts'
import { mayBegin, maySpeak } from '../workspace/switches.ts'
import { lineOf, sayAsVisitor, type Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import type { Conversations } from './index.ts'
import { cardOf, introduced, type Person } from './person.ts'
import { readShownIn } from './person-reads.ts'
import { findPerson } from './person-row.ts'
import { mayOpen } from './policy.ts'
import { begunAfter, findConversation, findNewest } from './reads.ts'
import { refuseTaken, refuseTakenLine } from './taken-id.ts'
import { untakenMsOf } from './untaken.ts'

/** The first message: it makes a request, or goes on where one is open already, so that two tabs make one conversation. */
export const open: Conversations['commands']['conversation.open'] = async (tx, command, ctx) => {
  const refused = mayOpen(ctx.actor)
  if (refused || ctx.actor.kind !== 'visitor') return refused ?? refuse('forbidden')
  const channel = await findChannel(tx, command.channel)
  if (!channel) return refuse('not-found')
  const off = await readSwitchedOff(tx)
  const takenLine = await refuseTakenLine(tx, command.line, ctx.actor)
  const silent = takenLine ?? maySpeak(off)
  if (silent) return silent
  const newest = await findNewest(tx, { visitor: ctx.actor.id, channel: channel.id })
  const { person, told } = await meet(tx, ctx.actor.id, command.introduction)
  if (newest && newest.closed_at === null) {
    // Found under the visitor's lock; whoever else writes to it holds this one.
    await lockSubjects(tx, [`conversation:${newest.id}`])
    const conversation = must(await findConversation(tx, newest.id))
    if (conversation.phase.state !== 'closed') {
      return {
        events: [...told(newest.id), ...goOn(conversation, { ...command, person, at: ctx.now() })],
        names: { conversation: newest.id },
      }
    }
  }
  const taken = refuseTaken(await findConversation(tx, command.conversation), ctx.actor)
  // What is archived begins nothing more, and is none to strangers.
  const gone = channel.archivedAt === null ? undefined : refuse('not-found')
  const strange = await refuseUnidentified(tx, { options: channel.options, visitor: ctx.actor.id })
  const closed = taken ?? gone ?? mayBegin('public-to-operator', off) ?? strange
  if (closed) return closed
  const at = ctx.now()
  const conversation = requested(command, {
    person,
    pageQuery: channel.options.pageQuery,
    begunAt: begunAfter(newest, at),
    at,
  })
  const line = lineOf(conversation, 1, {
    line: command.line,
    at,
    author: { kind: 'visitor', name: conversation.visitor.name },
    audience: 'all',
    body: { kind: 'message', text: command.text },
  })
  const { bearWithUsAfterMs } = channel.options
  const untakenMs = untakenMsOf(channel.options)
  const event: ConversationEvent = {
    type: 'conversation.requested',
    conversation,
    line,
    previous: newest?.id ?? null,
    person,
    bearWithUsAt: bearWithUsAfterMs > 0 ? at + bearWithUsAfterMs : null,
    untakenAt: untakenMs === null ? null : conversation.begunAt + untakenMs,
    at,
  }
  return { events: [...told(conversation.id), event], names: { conversation: conversation.id } }
}

type Opening = Parameters<typeof open>[1]

function requested(
  { conversation, channel, introduction }: Opening,
  { person, pageQuery, begunAt, at }: { person: Person; pageQuery: PageQuery; begunAt: number; at: number },
): Conversation {
  return {
    id: conversation,
    channel,
    entrance: channel,
    offer: null,
    sitters: [],
    came: [],
    guises: [],
    openedAt: at,
    begunAt,
    answeredAt: null,
    unansweredSince: null,
    lastOrdinal: 0,
    visitorLines: 0,
    visitorRead: 0,
    seenOrdinal: 0,
    phase: { state: 'requested', at: begunAt, before: [] },
    page: introduction.page ? withoutSecrets(introduction.page, pageQuery) : null,
    visitor: describe({ id: person.id, name: null, email: null, locale: null, analyticsId: null }, person, introduction),
  }
}

// The widget has done so before it sent; whoever else speaks the protocol may not have.
const withoutSecrets = ({ url, title }: Page, pageQuery: PageQuery): Page => ({
  url: pageAddress(url, pageQuery),
  title: pageTitle(title),
})

function goOn(
  conversation: Conversation,
  { line, text, at, introduction, person }: Opening & { person: Person; at: number },
): readonly ConversationEvent[] {
  const visitor = describe(conversation.visitor, person, introduction)
  const changed = JSON.stringify(visitor) !== JSON.stringify(conversation.visitor)
  const said = sayAsVisitor({ ...conversation, visitor }, { line, text, at }) as readonly ConversationEvent[] // it is not closed
  return changed ? [{ type: 'visitor.described', conversation, visitor }, ...said] : said
}

const describe = (known: VisitorCard, person: Person, { locale, analyticsId }: Introduction): VisitorCard => ({
  ...cardOf(person, known),
  locale: locale ?? known.locale,
  analyticsId: analyticsId ?? known.analyticsId,
})

/** Who it is, after what he says of himself; where that is news it is told wherever else he is shown. */
async function meet(tx: Tx, visitor: VisitorId, introduction: Introduction) {
  const known = await findPerson(tx, visitor)
  const person = introduced(known, introduction)
  const isNews = JSON.stringify(person) !== JSON.stringify(known)
  const shownIn = isNews ? await readShownIn(tx, visitor) : []
  const told = (here: ConversationId): readonly ConversationEvent[] =>
    isNews ? [{ type: 'visitor.known', before: known, person, shownIn: shownIn.filter(({ id }) => id !== here) }] : []
  return { person, told }
}
