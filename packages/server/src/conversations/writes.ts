import type { ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { cancel, schedule } from '../platform/due.ts'
import { conversationsAtHand } from './at-hand.ts'
import type { Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import type { Conversations } from './index.ts'
import { withGuise, type Guise } from './guise.ts'
import { endOffer, makeOffer } from './write-offer.ts'
import { dropPromises, leaveSeats, takeSeat } from './write-seat.ts'
import { rowFromLine } from './line-row.ts'
import { excerptOf, isOfVisitor, operatorOf, unansweredAfter } from './list-summary.ts'
import type { ConversationTable, LineTable } from './tables.ts'
import { indexPerson, writePerson } from './write-person.ts'

const rows: Conversations['writes'] = {
  'conversation.requested': async (tx, { conversation, line, person, bearWithUsAt, untakenAt, at }) => {
    const { visitor, page } = conversation
    await tx
      .insertInto('conversation')
      .values({
        id: conversation.id,
        channel_id: conversation.channel,
        entrance: conversation.entrance,
        visitor_id: visitor.id,
        opened_at: at,
        begun_at: conversation.begunAt,
        accepted_at: null,
        answered_at: null,
        closed_at: null,
        closed_by: null,
        last_ordinal: 0,
        visitor_lines: 0,
        visitor_read: 0,
        seen_ordinal: 0,
        seen_line: null,
        moved_at: at,
        excerpt: '',
        said_by: null,
        unanswered_at: null,
        visitor_name: visitor.name,
        visitor_email: visitor.email,
        visitor_locale: visitor.locale,
        analytics_id: visitor.analyticsId,
        page_url: page?.url ?? null,
        page_title: page?.title ?? null,
        offer_id: null,
        offered_to: null,
        offered_until: null,
        guises: null,
        search_number: null,
        indexed_ordinal: 0,
        indexed_at: 0,
      })
      .execute()
    await addLine(tx, conversation, line)
    await indexPerson(tx, person, conversation.channel)
    await askToBear(tx, conversation, bearWithUsAt)
    await passOnAt(tx, conversation, { at: untakenAt, since: conversation.begunAt })
  },
  'visitor.known': (tx, { person }) => writePerson(tx, person),
  // Its rows are the customer's own.
  'customer.shown': async () => {},
  'visitor.described': async (tx, { conversation, visitor }) => {
    const { name, email, locale, analyticsId } = visitor
    await tx
      .updateTable('conversation')
      .set({ visitor_name: name, visitor_email: email, visitor_locale: locale, analytics_id: analyticsId })
      .where('id', '=', conversation.id)
      .execute()
  },
  'conversation.accepted': async (tx, { conversation, operator, seat, guise, line, at }) => {
    await endOffer(tx, conversation, { how: conversation.offer?.operator === operator.id ? 'taken' : 'withdrawn', at })
    await tx.updateTable('conversation').set({ accepted_at: at }).where('id', '=', conversation.id).execute()
    await takeSeat(tx, { conversation: conversation.id, operator, seat, at, ordinal: line.ordinal })
    await wear(tx, conversation, guise)
    await addLine(tx, conversation, line)
  },
  'conversation.joined': async (tx, { conversation, operator, seat, guise, line, at }) => {
    await takeSeat(tx, { conversation: conversation.id, operator, seat, at, ordinal: line.ordinal })
    await wear(tx, conversation, guise)
    await addLine(tx, conversation, line)
  },
  'observer.came': async (tx, { conversation, operator, seat, line, at }) => {
    await takeSeat(tx, { conversation: conversation.id, operator, seat, at, ordinal: line.ordinal })
    await addLine(tx, conversation, line)
  },
  'observer.left': async (tx, { conversation, operator, line, at }) => {
    await leaveSeats(tx, { conversation: conversation.id, operator: operator.id, at, ordinal: line.ordinal })
    await addLine(tx, conversation, line)
  },
  'conversation.offered': (tx, { conversation, offer, at }) => makeOffer(tx, conversation, { offer, at }),
  'offer.ended': (tx, { conversation, how, at }) => endOffer(tx, conversation, { how, at }),
  'conversation.moved': async (tx, { conversation, to, phase, line, person, losing, at }) => {
    await endOffer(tx, conversation, { how: 'withdrawn', at })
    for (const operator of losing) await leaveSeats(tx, { conversation: conversation.id, operator, at, ordinal: line.ordinal })
    const waits = phase.state === 'requested' ? { accepted_at: null, begun_at: phase.at } : {}
    await tx
      .updateTable('conversation')
      .set({ channel_id: to, ...waits })
      .where('id', '=', conversation.id)
      .execute()
    await indexPerson(tx, person, to)
    await addLine(tx, conversation, line)
  },
  'conversation.released': async (tx, { conversation, operator, phase, line, untakenAt, at }) => {
    await leaveSeats(tx, { conversation: conversation.id, operator, at, ordinal: line.ordinal })
    if (phase.state === 'requested') {
      await tx
        .updateTable('conversation')
        .set({ accepted_at: null, begun_at: phase.at })
        .where('id', '=', conversation.id)
        .execute()
      await passOnAt(tx, conversation, { at: untakenAt, since: phase.at })
    }
    await addLine(tx, conversation, line)
  },
  'conversation.closed': async (tx, { conversation, by, guise, line, at }) => {
    await wear(tx, conversation, guise)
    await tx.updateTable('conversation').set({ closed_at: at, closed_by: by }).where('id', '=', conversation.id).execute()
    await endOffer(tx, conversation, { how: 'withdrawn', at })
    await leaveSeats(tx, { conversation: conversation.id, at, ordinal: line.ordinal })
    // Whoever was about to come has no place taken from him by what is over.
    await dropPromises(tx, { conversation: conversation.id })
    await addLine(tx, conversation, line)
    await cancel(tx, bearWithUsKey(conversation))
    // Nobody reads on where it has ended: a person's snapshot need not look through all that he has ever read.
    await tx.deleteFrom('read_mark').where('conversation_id', '=', conversation.id).execute()
  },
  'conversation.reopened': async (tx, { conversation, by, seat, guise, phase, line, begunAt, bearWithUsAt, untakenAt, at }) => {
    const accepted_at = phase.state === 'active' ? at : null
    await tx
      .updateTable('conversation')
      .set({ closed_at: null, closed_by: null, accepted_at, begun_at: begunAt, moved_at: at })
      .where('id', '=', conversation.id)
      .execute()
    if (by.kind === 'operator' && seat)
      await takeSeat(tx, { conversation: conversation.id, operator: by, seat, at, ordinal: line.ordinal })
    await wear(tx, conversation, guise)
    await addLine(tx, conversation, line)
    await askToBear(tx, conversation, bearWithUsAt)
    await passOnAt(tx, conversation, { at: untakenAt, since: begunAt })
  },
  'line.written': async (tx, { conversation, line }) => {
    await addLine(tx, conversation, line)
    if (!isAnswer(line) || conversation.answeredAt !== null) return
    await answer(tx, { id: conversation.id, answered_at: line.at })
    await cancel(tx, bearWithUsKey(conversation))
  },
  'operator.read': async (tx, { conversation, operator, ordinal, visitorLines, seen, at }) => {
    const mark = { ordinal, visitor_lines: visitorLines, at }
    await tx
      .insertInto('read_mark')
      .values({ operator_id: operator, conversation_id: conversation.id, ...mark })
      .onConflict((oc) => oc.columns(['operator_id', 'conversation_id']).doUpdateSet(mark))
      .execute()
    if (!seen) return
    await tx
      .updateTable('conversation')
      .set({ seen_ordinal: seen.ordinal, seen_line: seen.line })
      .where('id', '=', conversation.id)
      .execute()
  },
  'visitor.read': async (tx, { conversation, ordinal }) => {
    await tx.updateTable('conversation').set({ visitor_read: ordinal }).where('id', '=', conversation.id).execute()
  },
}

/** What is written is not at hand any more, unless it is known how it is then. */
export const writes = Object.fromEntries(
  Object.entries(rows).map(([type, write]) => [
    type,
    async (tx: Tx, event: ConversationEvent) => {
      if (event.type === 'visitor.known' || event.type === 'customer.shown') return write(tx, event as never) // each is given the event of its type
      const { conversation } = event
      const isAtHand = conversationsAtHand.find(tx, conversation.id) === conversation
      conversationsAtHand.drop(tx, conversation.id)
      await write(tx, event as never) // as above
      if (isAtHand && event.type === 'line.written') conversationsAtHand.keep(tx, conversation.id, after(event))
    },
  ]),
) as Conversations['writes'] // of the same keys

function after({ conversation, line }: Extract<ConversationEvent, { type: 'line.written' }>): Conversation {
  return {
    ...conversation,
    lastOrdinal: line.ordinal,
    visitorLines: conversation.visitorLines + (isOfVisitor(line) ? 1 : 0),
    answeredAt: conversation.answeredAt ?? (isAnswer(line) ? line.at : null),
    unansweredSince: unansweredAfter(conversation.unansweredSince, line),
  }
}

const isAnswer = ({ author, body }: ConversationLine) => author.kind === 'operator' && body.kind === 'message'

async function wear(tx: Tx, conversation: Conversation, guise: Guise | null): Promise<void> {
  if (!guise) return
  const guises = JSON.stringify(withGuise(conversation, guise).guises)
  await tx.updateTable('conversation').set({ guises }).where('id', '=', conversation.id).execute()
}

async function askToBear(tx: Tx, { id }: Conversation, at: number | null): Promise<void> {
  if (at === null) return
  await schedule(tx, {
    key: bearWithUsKey({ id }),
    capability: 'conversations',
    about: `conversation:${id}`,
    at,
    command: { type: 'conversation.bear-with-us', conversation: id },
  })
}

async function passOnAt(tx: Tx, { id }: Conversation, { at, since }: { at: number | null; since: number }): Promise<void> {
  if (at === null) return
  const command = { type: 'conversation.pass-on', conversation: id, since } as const
  await schedule(tx, { key: `untaken:${id}`, capability: 'conversations', about: `conversation:${id}`, at, command })
}

const bearWithUsKey = ({ id }: Pick<Conversation, 'id'>) => `bear-with-us:${id}`

type Moved = Pick<ConversationTable, 'id' | 'last_ordinal'> &
  Partial<Pick<ConversationTable, 'moved_at' | 'excerpt' | 'said_by' | 'unanswered_at' | 'visitor_lines'>>
const insertLine = prepared((db, row: LineTable) => db.insertInto('line').values(row))
const moveOn = prepared((db, { id, ...moved }: Moved) => db.updateTable('conversation').set(moved).where('id', '=', id))

const answer = prepared((db, { id, answered_at }: { id: ConversationId; answered_at: number }) =>
  db.updateTable('conversation').set({ answered_at }).where('id', '=', id),
)

async function addLine(tx: Tx, { id, visitorLines, unansweredSince }: Conversation, line: ConversationLine): Promise<void> {
  await insertLine(tx, rowFromLine(id, line))
  const moved = line.body.kind === 'message' ? spoken(line, line.body.text, unansweredSince) : {}
  const visitor = isOfVisitor(line) ? { visitor_lines: visitorLines + 1 } : {}
  await moveOn(tx, { id, last_ordinal: line.ordinal, ...moved, ...visitor })
}

const spoken = (line: ConversationLine, text: string, unansweredSince: number | null) => ({
  moved_at: line.at,
  excerpt: excerptOf(text),
  said_by: operatorOf(line),
  unanswered_at: unansweredAfter(unansweredSince, line),
})
