import type { Event } from '@portico/protocol'
import type { ChannelView, LobbyView } from '@portico/protocol/channels'
import type {
  ChatLine,
  ChatView,
  ConversationLine,
  ConversationRowView,
  ConversationView,
  VisitorView,
} from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { OperatorView } from '@portico/protocol/auth'
import type { ServerFrame } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import type { SettingsView } from '@portico/protocol/workspace'
import { openOperatorLive, openVisitorLive } from '../open-live.ts'
import type { Surroundings } from '../surroundings.ts'
import { fallbacks } from '../transports/fallbacks.ts'
import { fakeNetwork, type FakeSocket } from './fake-network.ts'
import { handClock } from './hand-clock.ts'
import { tabStorage } from './tab-storage.ts'

export const sales = 'sales' as ChannelId
export const vera = 'vera' as VisitorId
export const ann = 'ann' as OperatorId
export const bob = 'bob' as OperatorId
export const tea = 'tea' as ConversationId
export const line = (id: string) => id as LineId

const TOKEN = 'v'.repeat(43)

/** A browser tab with a clock and a network in the test's hands. */
export function tab({ random = () => 0.5, ...more }: Partial<Surroundings> = {}) {
  const clock = handClock()
  const net = fakeNetwork()
  const storage = tabStorage()
  const there = { fallbacks: async () => fallbacks, ...more }
  const around = { origin: 'https://chat.example.org', clock, network: net.network, storage, random, ...there }
  return {
    clock,
    net,
    storage,
    openVera: (token = TOKEN) => openVisitorLive({ ...around, token, channel: sales }),
    openAnn: () => openOperatorLive(around),
  }
}

export type Tab = ReturnType<typeof tab>
type Welcome = Extract<ServerFrame, { type: 'welcome' }>

export function welcomeVera(topics: Topic[] = [`visitor:${vera}`], changes: Partial<Welcome> = {}): Welcome {
  return {
    type: 'welcome',
    version: 1,
    epoch: 'one',
    now: Date.UTC(2030, 0, 1),
    you: { kind: 'visitor', id: vera },
    topics,
    ...changes,
  }
}

export function welcomeAnn(topics: Topic[] = [`operator:${ann}`], changes: Partial<Welcome> = {}): Welcome {
  return { ...welcomeVera(topics), you: { kind: 'operator', id: ann }, ...changes }
}

/** The frames that bring a client to this view at this position. */
export function snapshotOf(topic: Topic, view: unknown, position: number): ServerFrame[] {
  return [
    { type: 'snapshot', topic, part: JSON.stringify(view) },
    { type: 'snapshot-end', topic, position, tag: tagAt(position) },
    { type: 'caught-up', topic, position, tag: tagAt(position) },
  ]
}

/** Of the entry at this position, in the one line of history that these tests have. */
export const tagAt = (position: number) => `tag${position}`

export const tagsFrom = (position: number, events: readonly unknown[]) => events.map((_, index) => tagAt(position + index))

export const entriesOf = (topic: Topic, position: number, ...events: Event[]): ServerFrame => ({
  type: 'entries',
  topic,
  position,
  tags: tagsFrom(position, events),
  events,
})

/** Opens the newest socket and welcomes whoever dialled. */
export function welcomed({ net }: Tab, ...frames: ServerFrame[]): FakeSocket {
  const socket = net.socket()
  socket.open()
  socket.hear(...frames)
  return socket
}

export const visitorView: VisitorView = { id: vera, conversations: [] }

/** Of what other capabilities add these tests look at nothing. */
export const options = {
  ...({} as ChannelView['options']), // as far as they look
  channels: {
    name: 'Sales',
    appearance: { header: '#112233', headerText: '#ffffff', button: '#112233', buttonText: '#ffffff' },
    sites: ['tea.example'],
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
} satisfies ChannelView['options']
const { sites: _, ...shown } = options.channels

export const lobbyView: LobbyView = {
  channel: sales,
  siteName: 'Tea house',
  staffed: true,
  options: { ...({} as LobbyView['options']), ...shown, ...options.conversations }, // as above
}

export const chatLine = (id: string, text = id): ChatLine => ({
  id: line(id),
  at: 1,
  author: { kind: 'visitor', name: 'Vera' },
  body: { kind: 'message', text },
})

export const conversationLine = (ordinal: number): ConversationLine => ({
  ...chatLine(`line-${ordinal}`),
  ordinal,
  audience: 'all',
})

export const chatView: ChatView = {
  id: tea,
  channel: sales,
  phase: { state: 'requested', at: 1, before: [] },
  lines: [chatLine('first')],
  older: false,
  seen: null,
}

export const veraCard = { id: vera, name: 'Vera', email: null, locale: 'en', analyticsId: null }

export const conversationView: ConversationView = {
  id: tea,
  channel: sales,
  openedAt: 1,
  visitor: veraCard,
  page: null,
  phase: { state: 'requested', at: 1, before: [] },
  lines: [conversationLine(1)],
  older: false,
  visitorRead: 0,
}

export const rowOf = (id: string, openedAt = 1): ConversationRowView & { offer: null } => ({
  offer: null,
  id: id as ConversationId,
  channel: sales,
  openedAt,
  visitor: veraCard,
  page: null,
  phase: { state: 'requested', at: openedAt, before: [] },
  summary: { lastOrdinal: 1, visitorLines: 1, at: openedAt, excerpt: 'Hello', by: null, unansweredSince: openedAt },
})

export const channelView: ChannelView = { id: sales, options, published: [], rows: [], more: false }

export const operatorView: OperatorView = {
  me: {
    id: ann,
    name: 'Ann',
    role: 'operator',
    joinedAt: 1,
    email: 'ann@example.org',
    channels: [sales],
    language: null,
    alias: null,
  },
  marks: [],
}

export const settingsView: SettingsView = { siteName: 'Tea house', channels: [], colleagues: [], presences: [], members: [] }
