import type { Fleeting, FleetingSent } from '@portico/protocol/fleeting'
import type { ChannelId, CommandId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Command } from '@portico/protocol'
import type { Outcome } from '@portico/protocol/outcome'
import type { ToldLimit } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import type { ViewOf } from '@portico/protocol/views'

/**
 * `waiting` has been told when it tries again, and of a limit which; `resting` has given its place to a newer tab and comes again
 * when somebody looks; `ended` does not try until somebody has done something (close codes 4400–4499).
 */
export type LinkState =
  | { state: 'connecting' }
  | { state: 'online'; over: 'socket' | 'stream' | 'poll' }
  | { state: 'waiting'; since: number; nextTryAt: number; limit?: ToldLimit | undefined }
  | { state: 'resting' }
  | { state: 'ended'; code: number }

/** A command that has not been answered. It is sent again after every reconnect, with the same id. */
export type Pending = { id: CommandId; command: Command; at: number }

/** A live connection and the state it keeps. Whoever opens it closes it. */
export type Live = {
  link: () => LinkState
  you: () => { kind: 'visitor'; id: VisitorId } | { kind: 'operator'; id: OperatorId } | undefined
  /** Server time minus this device's, in ms, as of the last welcome. */
  clockSkewMs: () => number
  /** undefined until the topic has caught up for the first time. The same object as long as nothing changed. */
  view: <K extends keyof ViewOf>(topic: K extends 'settings' ? 'settings' : `${K}:${string}`) => ViewOf[K] | undefined
  topics: () => readonly Topic[]
  /** Called after any change of link, views or outbox; at most once per tick. */
  subscribe: (changed: () => void) => () => void
  /** Resolves with the server's answer, however long that takes; a `retry` refusal is sent again by itself. */
  send: (command: Command) => Promise<Outcome>
  outbox: () => readonly Pending[]
  /** Every answer, also to what an earlier page has sent, of which this one has no promise. */
  onAnswered: (heard: (one: Pending, outcome: Outcome) => void) => () => void
  /** Keeps a topic (of a conversation one looks at) up to date until the returned function is called. Counted. */
  watch: (topic: Topic) => () => void
  sendFleeting: (message: FleetingSent) => void
  onFleeting: (heard: (topic: Topic, message: Fleeting) => void) => () => void
  /** The visitor is on another page. */
  moved: () => void
  /** Tries at once, as the banner's button asks. */
  tryNow: () => void
  close: () => void
}

export type { ChannelId, ConversationId }
