import type { ConversationLine, ConversationRowView, Phase } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { ChannelView } from '@portico/protocol/channels'

// Names of tests' people are ids: all of the alphabet that ids have.
export const ANN = 'ann' as OperatorId // an id of the tests
export const BOB = 'bob' as OperatorId // an id of the tests
const SHOP = 'shop' as ChannelId // an id of the tests

export const requested = (at: number): Phase => ({ state: 'requested', at, before: [] })
export const active = (at: number, ...operators: OperatorId[]): Phase => ({
  state: 'active',
  at,
  operators: operators.map((id) => ({ id, name: id })),
})

type Moved = { movedAt?: number; visitorLines?: number }

export function row(id: string, phase: Phase, { movedAt = phase.at, visitorLines = 1 }: Moved = {}): ConversationRowView {
  return {
    id: id as ConversationId, // an id of the tests
    channel: SHOP,
    openedAt: phase.at,
    visitor: { id: 'vera' as VisitorId, name: 'Vera', email: null, locale: null, analyticsId: null }, // an id of the tests
    page: null,
    phase,
    summary: { lastOrdinal: visitorLines, visitorLines, at: movedAt, excerpt: '', by: null, unansweredSince: movedAt },
  }
}

export const channel = (...rows: ConversationRowView[]): ChannelView => ({
  id: SHOP,
  rows,
  more: false,
  options: {
    ...({} as ChannelView['options']), // of what other capabilities add these tests look at nothing
    channels: {
      name: 'Shop',
      appearance: { header: '#17665f', headerText: '#ffffff', button: '#17665f', buttonText: '#ffffff' },
      sites: ['shop.example'],
    },
    conversations: {
      asks: 'nothing',
      asksWhen: 'before',
      previewsTyping: false,
      opensOnAnswer: false,
      pageQuery: 'masked',
      bearWithUsAfterMs: 60_000,
      reopenWithinMs: 60_000,
      endsAfterQuietMs: 0,
      endsAfterGoneMs: 0,
      operatorNames: 'own',
      operatorMask: '',
      welcome: '',
    },
  },
  published: [],
})

type Said = { at?: number; text?: string; by?: OperatorId | 'vera'; kind?: 'message' | 'note' }

/** A line of Vera's, or of an operator's. */
export function line(
  ordinal: number,
  { at = ordinal, text = `line ${ordinal}`, by = 'vera', kind = 'message' }: Said = {},
): ConversationLine {
  return {
    id: `line-${ordinal}` as LineId, // an id of the tests
    at,
    ordinal,
    audience: kind === 'note' ? 'operators' : 'all',
    author: by === 'vera' ? { kind: 'visitor', name: 'Vera' } : { kind: 'operator', id: by, name: by },
    body: { kind, text },
  }
}

export function notice(ordinal: number, said: 'joined' | 'closed', { at = ordinal, by = ANN } = {}): ConversationLine {
  return { ...line(ordinal, { at, by }), body: { kind: 'notice', notice: said } }
}
