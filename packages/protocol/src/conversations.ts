// A visitor opens a conversation with its first message: a request, which waits in its channel until one operator accepts
// it. Then it is active, other operators of the channel may join by writing, and either side closes it. Whatever is said or
// happens is a line. Lines are counted by an ordinal in the conversation; visitors get the order, never the number.
//
// The client mints the ids of what it creates (the conversation, its lines), so a command may be sent again at any time.
// `conversation.open` while one is open in that channel appends its line to that one, and the answer names it.
//
// `conversation.reopen` takes up one that has ended: for its visitor, for a while, it is a request again; for an operator it is
// his at once. Where another of that visitor is open in that channel there is nothing to reopen (`exists`).
import { channelId, conversationId, lineId, offerId, operatorId, visitorId } from './ids.ts'
import {
  COMMENTS_CODE_POINTS_MAX,
  EMAIL_CODE_POINTS_MAX,
  EXCERPT_CODE_POINTS_MAX,
  MESSAGE_CODE_POINTS_MAX,
  NAME_CODE_POINTS_MAX,
  PHONE_CODE_POINTS_MAX,
  SEARCH_CODE_POINTS_MAX,
  URL_CODE_POINTS_MAX,
} from './limits.ts'
import { body, bodySeen } from './line-body.ts'
import { NOBODY } from './nobody.ts'
import * as s from './schema.ts'
import type { ElementOf, ViewOf } from './views.ts'

const WAIT_MS_MAX = 60 * 60 * 1000
const REOPEN_MS_MAX = 30 * 24 * 60 * 60 * 1000
const REOPEN_MS_DEFAULT = 24 * 60 * 60 * 1000
const QUIET_MS_MAX = 30 * 24 * 60 * 60 * 1000
const QUIET_MS_DEFAULT = 24 * 60 * 60 * 1000
const QUIET_GONE_MS_DEFAULT = 30 * 60 * 1000

const words = s.said(MESSAGE_CODE_POINTS_MAX)
export const page = s.object({ url: s.text(URL_CODE_POINTS_MAX), title: s.text(URL_CODE_POINTS_MAX) })
const email = s.email(EMAIL_CODE_POINTS_MAX, { needsDot: true })
const ordinal = s.int().min(0)

/** `analyticsId` is the tracker's visitor id (16 hex digits): it names, it never opens anything. */
export const introduction = s.object({
  name: s.optional(s.said(NAME_CODE_POINTS_MAX)),
  email: s.optional(email),
  page: s.optional(page),
  locale: s.optional(s.text(35)),
  analyticsId: s.optional(s.shaped(/^[0-9a-f]{16}$/, 16)),
})

/** What operators write down of a visitor; an empty text forgets it. */
const written = s.object({
  name: s.optional(s.text(NAME_CODE_POINTS_MAX)),
  email: s.optional(
    s.text(EMAIL_CODE_POINTS_MAX).refine((value) => value === '' || s.safeParse(email, value).success, 'no address'),
  ),
  phone: s.optional(s.text(PHONE_CODE_POINTS_MAX)),
  comments: s.optional(s.text(COMMENTS_CODE_POINTS_MAX)),
})

export const conversationCommand = s.variant('type', [
  s.object({
    type: s.literal('conversation.open'),
    conversation: conversationId,
    channel: channelId,
    line: lineId,
    text: words,
    introduction,
  }),
  s.object({ type: s.literal('message.send'), conversation: conversationId, line: lineId, text: words }),
  s.object({ type: s.literal('note.write'), conversation: conversationId, line: lineId, text: words }),
  s.object({ type: s.literal('conversation.accept'), conversation: conversationId }),
  // An offer of it is not taken; it goes to the next.
  s.object({ type: s.literal('conversation.decline'), conversation: conversationId }),
  // An administrator gives it to a member of its channel.
  s.object({ type: s.literal('conversation.assign'), conversation: conversationId, operator: operatorId }),
  // To another channel, where it is found from then on by the members of that one.
  s.object({ type: s.literal('conversation.move'), conversation: conversationId, channel: channelId }),
  s.object({ type: s.literal('conversation.close'), conversation: conversationId }),
  // Who he is, said after the first message; what is left out stays.
  s.object({
    type: s.literal('conversation.introduce'),
    conversation: conversationId,
    name: introduction.shape.name,
    email: introduction.shape.email,
  }),
  s.object({ type: s.literal('conversation.reopen'), conversation: conversationId }),
  // Everything up to this line has been seen by the sender; a mark only moves forward.
  s.object({ type: s.literal('read.mark'), conversation: conversationId, line: lineId }),
  // `was` is what the sender saw of the same; where somebody else has written meanwhile it is refused `changed`.
  s.object({ type: s.literal('visitor.edit'), visitor: visitorId, set: written, was: written }),
])

export const author = s.variant('kind', [
  s.object({ kind: s.literal('visitor'), name: s.nullable(s.string()) }),
  s.object({ kind: s.literal('operator'), id: operatorId, name: s.string() }),
  s.object({ kind: s.literal('system') }),
])

const chatLine = s.object({ id: lineId, at: s.instant(), author, body: bodySeen })
const conversationLine = s.object({
  ...chatLine.shape,
  body,
  ordinal,
  audience: s.literal(['all', 'operators', 'customer']),
})

const staff = s.object({ id: operatorId, name: s.string() })
/** What is known of a visitor beside name and address, and who wrote of it last. */
const person = s.object({
  phone: s.nullable(s.string()),
  comments: s.nullable(s.string()),
  editedAt: s.nullable(s.instant()),
  editedBy: s.nullable(staff),
})
const closedBy = s.literal(['visitor', 'operator', 'system'])

/** Where a conversation stands, and since when. */
export const phase = s.variant('state', [
  // Waiting since then; `before` are those who were the last to be in it, none where nobody has accepted it yet.
  s.object({ state: s.literal('requested'), at: s.instant(), before: s.array(staff) }),
  s.object({ state: s.literal('active'), at: s.instant(), operators: s.array(staff) }),
  // The operators who were in it at the end, or the last to be.
  s.object({ state: s.literal('closed'), at: s.instant(), by: closedBy, operators: s.array(staff) }),
])

/** To whom a request is offered, and until when he may take it before the next is asked. */
const offer = s.object({ id: offerId, operator: operatorId, until: s.instant() })

const visitor = s.object({
  id: visitorId,
  name: s.nullable(s.string()),
  email: s.nullable(s.string()),
  locale: s.nullable(s.string()),
  analyticsId: s.nullable(s.string()),
})

/** What a list needs to know of the newest lines; it reaches lists by the fleeting `conversation.stirred`. */
export const summary = s.object({
  lastOrdinal: ordinal,
  /** Messages of the visitor so far. */
  visitorLines: s.int().min(0),
  at: s.instant(),
  excerpt: s.text(EXCERPT_CODE_POINTS_MAX + 1),
  /** The operator who said these words; null: the visitor. */
  by: s.nullable(operatorId),
  /** The first message of the visitor that no operator has answered yet; null where all are. */
  unansweredSince: s.nullable(s.instant()),
})

const conversationRow = s.object({
  id: conversationId,
  channel: channelId,
  openedAt: s.instant(),
  visitor,
  page: s.nullable(page),
  phase,
  summary,
  offer: s.nullable(offer).default(null),
})

const visitorConversation = s.object({
  conversation: conversationId,
  channel: channelId,
  state: s.literal(['open', 'closed']),
})

/** How far an operator has read: up to which line, and to which of the visitor's messages. */
const readMark = s.object({ conversation: conversationId, ordinal, visitorLines: s.int().min(0) })
export type ReadMark = s.Infer<typeof readMark>

export const conversationEvent = s.variant('type', [
  // on conversation:<id>
  s.object({ type: s.literal('line.added'), line: conversationLine }),
  // on chat:<id>
  s.object({ type: s.literal('chat.line.added'), line: chatLine }),
  // on channel:<id>
  s.object({ type: s.literal('row.added'), row: conversationRow }),
  s.object({ type: s.literal('row.removed'), conversation: conversationId }),
  // on operator:<id>
  s.object({ type: s.literal('mark.moved'), mark: readMark }),
  s.object({ type: s.literal('mark.dropped'), conversation: conversationId }),
  // on visitor:<id>
  s.object({ type: s.literal('visitor.conversation.changed'), ...visitorConversation.shape }),
])

const channelPart = {
  schema: s.object({
    /** What a visitor is asked before the first message goes out. */
    asks: s.literal(['nothing', 'name', 'name-and-email']),
    /** Or when it is on its way already. */
    asksWhen: s.literal(['before', 'after']),
    /** Operators see what a visitor types before it is sent; the visitor is told. */
    previewsTyping: s.boolean(),
    /** A message of the staff opens the window that was closed; else it shows the words and a count beside the button. */
    opensOnAnswer: s.boolean(),
    /** After so long without an answer the visitor reads that somebody will come; 0 never says it. */
    bearWithUsAfterMs: s.int().min(0).max(WAIT_MS_MAX),
    /** Of the address of the page: what comes after the question mark goes with secrets masked, or not at all. */
    pageQuery: s.literal(['masked', 'dropped']),
    /** For so long after the end its visitor may take a conversation up again; 0: never. */
    reopenWithinMs: s.int().min(0).max(REOPEN_MS_MAX),
    /** Without a line for so long it ends by itself; 0: never. */
    endsAfterQuietMs: s.int().min(0).max(QUIET_MS_MAX),
    /** The same where its visitor is gone and an operator wrote last. */
    endsAfterGoneMs: s.int().min(0).max(QUIET_MS_MAX),
    /** What visitors are told of operators: what they are called, or a mask, with or without a number; an empty one is “Operator”. */
    operatorNames: s.literal(['own', 'masked', 'numbered']),
    operatorMask: s.text(NAME_CODE_POINTS_MAX),
    /** In the visitor's own words of welcome; empty shows the translated default. */
    welcome: s.text(300),
  }),
  defaults: {
    asks: 'nothing',
    asksWhen: 'before',
    previewsTyping: false,
    opensOnAnswer: false,
    bearWithUsAfterMs: 60_000,
    pageQuery: 'masked',
    reopenWithinMs: REOPEN_MS_DEFAULT,
    endsAfterQuietMs: QUIET_MS_DEFAULT,
    endsAfterGoneMs: QUIET_GONE_MS_DEFAULT,
    operatorNames: 'own',
    operatorMask: '',
    welcome: '',
  },
  public: ['asks', 'asksWhen', 'previewsTyping', 'opensOnAnswer', 'bearWithUsAfterMs', 'pageQuery', 'reopenWithinMs', 'welcome'],
} as const

export const conversations = {
  command: conversationCommand,
  event: conversationEvent,
  channelPart,
  parts: {
    conversationLine,
    chatLine,
    row: conversationRow,
    conversation: s.object({
      id: conversationId,
      channel: channelId,
      openedAt: s.instant(),
      visitor,
      page: s.nullable(page),
      phase,
      older: s.boolean(),
      visitorRead: ordinal,
      offer: s.nullable(offer).default(null),
      person: person.default(NOBODY),
      came: s.array(staff).default([]), // whoever has been in it, in the order they came first
    }),
    chat: s.object({ id: conversationId, channel: channelId, phase, older: s.boolean(), seen: s.nullable(lineId) }),
    /** Requests and active conversations, oldest first; `more` when there are more than the server sends. */
    channel: s.object({ more: s.boolean() }),
    operator: s.object({ marks: s.array(readMark) }),
    /** The newest conversation of this visitor in each channel, open or closed. */
    visitor: s.object({ id: visitorId, conversations: s.array(visitorConversation) }),
  },
}

export type ConversationCommand = s.Infer<typeof conversationCommand>
export type ConversationEvent = s.Infer<typeof conversationEvent>
export type Introduction = s.Infer<typeof introduction>
export type Author = s.Infer<typeof author>
export type LineBody = s.Infer<typeof body>
export type ChatLine = ElementOf['chatLine']
export type ConversationLine = ElementOf['conversationLine']
export type Phase = s.Infer<typeof phase>
export type Offer = s.Infer<typeof offer>
export type Staff = s.Infer<typeof staff>
export type VisitorCard = s.Infer<typeof visitor>
export type Person = s.Infer<typeof person>
export type Written = s.Infer<typeof written>
export type Page = s.Infer<typeof page>
export type ListSummary = s.Infer<typeof summary>
export type VisitorConversation = s.Infer<typeof visitorConversation>
export type ConversationRowView = ElementOf['row']
export type ConversationView = ViewOf['conversation']
export type ChatView = ViewOf['chat']
export type VisitorView = ViewOf['visitor']

/** From 1 to 100. */
const limit = s.optional(s.shaped(/^(?:[1-9]\d?|100)$/, 3))
export const conversationsQuery = s.object({
  list: s.literal(['mine', 'team', 'closed']),
  /** Of My channels, or of all that one sees. */
  channels: s.optional(s.literal(['mine', 'all'])),
  before: s.optional(s.shaped(/^\d{1,15}\.[\w-]{1,40}$/, 56)),
  limit,
})
/** POST /api/search. By POST: the names of people would stand in logs. */
export const searchBody = s.object({ words: s.text(SEARCH_CODE_POINTS_MAX) })
export const visitorQuery = s.object({ before: s.optional(s.shaped(/^\d{1,15}\.[\w-]{1,40}$/, 56)), limit })
export const linesQuery = s.object({ before: s.optional(s.shaped(/^\d{1,10}$/, 10)), limit })
/** `channel`: in which; `before`: the cursor of the page before. */
export const chatsQuery = s.object({ channel: channelId, before: s.optional(s.shaped(/^\d{1,15}\.[\w-]{1,40}$/, 56)), limit })
export const chatLinesQuery = s.object({ before: s.optional(s.string().max(80)), limit })
