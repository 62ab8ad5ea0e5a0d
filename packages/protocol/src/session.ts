// A session is one connection of one person, over whichever transport: WebSocket frames, lines of a streamed POST, or the
// list a long poll returns. The frames are the same.
//
// The client opens with `hello`: the protocol version, its token (visitors; an operator is known by cookie), the epoch it
// knows and one cursor per topic it keeps: position and tag of the last entry it applied. The server answers `welcome`, then
// brings every topic of the person up to date, those named in `watch` too where policy allows, each either by `entries`
// from the cursor on or by a snapshot, ended by `caught-up`. From then on entries arrive as they are committed.
//
// A client applies only position = cursor + 1, keeps a few early ones, and asks again with `watch` after a hole. Whoever
// stands in another line of history than the server's (another epoch, ahead of the head, another tag at his position, or no
// tag) gets a snapshot: it replaces the view. A snapshot is one JSON text cut into parts.
//
// Commands may be sent from `welcome` on, before anything has caught up; each is answered by one `reply` with its id, in the
// order of their decision. Behind one that is answered `retry` or `early` (or not at all) everything is answered `retry`,
// undecided, until a command comes that is marked `again`: the first one sent again, which all the others then follow. In a
// list of POST /commands the same holds within the list. `ping` may come from either side and is answered by `pong` with the same nonce.
import { challenge, solution } from './challenge.ts'
import { page } from './conversations.ts'
import { channelId, commandId, operatorId, visitorId } from './ids.ts'
import { fleeting, fleetingSent } from './fleeting.ts'
import { command, event } from './index.ts'
import { COMMANDS_PER_REQUEST_MAX, CURSORS_MAX } from './limits.ts'
import { outcome } from './outcome.ts'
import * as s from './schema.ts'
import { topic } from './topics.ts'

const EPOCH_LENGTH_MAX = 40

const nonce = s.shaped(/^[\w-]{1,40}$/, 40)
const position = s.int().min(0)

/** Drawn at random for what is appended together; a topic without entries has position 0 and an empty tag. */
const tag = s.shaped(/^[\w-]{0,16}$/, 16)

/** Names what a list has been told of movement. */
const mark = s.shaped(/^[\w.-]{0,40}$/, 40)

/** `position: null` asks for a snapshot. `mark` is that of the last `caught-up`, unless something has moved since. */
const cursor = { topic, position: s.nullable(position), tag: s.optional(tag), mark: s.optional(mark) }

/** A visitor's secret: 256 random bits in base64url, minted by the client, stored by the server as a hash. */
export const visitorToken = s.shaped(/^[\w-]{43}$/, 43)

export const hello = s.object({
  type: s.literal('hello'),
  version: s.int(),
  as: s.variant('kind', [
    s.object({ kind: s.literal('visitor'), token: visitorToken, channel: channelId }),
    s.object({ kind: s.literal('operator') }),
  ]),
  epoch: s.nullable(s.string().max(EPOCH_LENGTH_MAX)),
  watch: s.array(s.object(cursor)).max(CURSORS_MAX),
  solution: s.optional(solution),
  // Names the tab while it lives: a newer connection of the same one takes the place of the older.
  tab: s.optional(nonce),
  // Whether anybody can see it; where it is not said, yes.
  visible: s.optional(s.boolean()),
  // Of a visitor: where he is. It is told to whoever looks at his conversation, and stored nowhere.
  page: s.optional(page),
})

const sent = { id: commandId, command, solution: s.optional(solution), again: s.optional(s.literal(true)) }

export const commandFrame = s.object({ type: s.literal('command'), ...sent })

export const clientFrame = s.variant('type', [
  hello,
  commandFrame,
  s.object({ type: s.literal('watch'), ...cursor }),
  s.object({ type: s.literal('unwatch'), topic }),
  s.object({ type: s.literal('fleeting'), fleeting: fleetingSent }),
  // The page has been hidden, is seen again, or is another now.
  s.object({ type: s.literal('attention'), visible: s.boolean(), page: s.optional(page) }),
  s.object({ type: s.literal('ping'), nonce }),
  s.object({ type: s.literal('pong'), nonce }),
])

/** Limits that keep a connection from being made, so that a client can say which. */
const toldLimit = s.literal(['connections', 'new-visitors', 'requests', 'commands'])

export const serverFrame = s.variant('type', [
  s.object({
    type: s.literal('welcome'),
    version: s.int(),
    epoch: s.string(),
    now: s.instant(),
    you: s.variant('kind', [
      s.object({ kind: s.literal('visitor'), id: visitorId }),
      s.object({ kind: s.literal('operator'), id: operatorId }),
    ]),
    topics: s.array(topic),
  }),
  s.object({ type: s.literal('snapshot'), topic, part: s.string() }),
  s.object({ type: s.literal('snapshot-end'), topic, position, tag }),
  // The first of `events` stands at `position` and has the first of `tags`, the next at position + 1, and so on.
  s.object({ type: s.literal('entries'), topic, position, tags: s.array(tag), events: s.array(event) }),
  s.object({ type: s.literal('caught-up'), topic, position, tag, mark: s.optional(mark) }),
  // A topic that is not, or no longer, this person's.
  s.object({ type: s.literal('gone'), topic }),
  s.object({ type: s.literal('reply'), id: commandId, outcome }),
  s.object({ type: s.literal('fleeting'), topic, fleeting }),
  s.object({ type: s.literal('ping'), nonce }),
  s.object({ type: s.literal('pong'), nonce }),
  s.object({ type: s.literal('error'), code: s.literal(['bad-frame', 'unknown-type', 'not-yet']), detail: s.string() }),
  // The last frame of a stream or poll that the server ends, where a socket has its close code; with a challenge on a socket too.
  s.object({
    type: s.literal('close'),
    code: s.int(),
    reason: s.string(),
    retryAfterMs: s.optional(s.int()),
    limit: s.optional(toldLimit),
    challenge: s.optional(challenge),
  }),
])

export const sentCommand = s.object(sent)

/** POST /commands: the bearer token of a visitor or an operator's cookie; answered by {replies} after commit. */
export const commandsBody = s.object({
  commands: s.array(sentCommand).max(COMMANDS_PER_REQUEST_MAX),
  fleeting: s.optional(s.array(fleetingSent).max(COMMANDS_PER_REQUEST_MAX)),
})
export const commandsAnswer = s.object({ replies: s.array(s.object({ id: commandId, outcome })) })

export type Hello = s.Infer<typeof hello>
export type SentCommand = s.Infer<typeof sentCommand>
export type CommandFrame = s.Infer<typeof commandFrame>
export type ClientFrame = s.Infer<typeof clientFrame>
export type ToldLimit = s.Infer<typeof toldLimit>
export type ServerFrame = s.Infer<typeof serverFrame>
export type CommandsBody = s.Infer<typeof commandsBody>
export type CommandsAnswer = s.Infer<typeof commandsAnswer>
