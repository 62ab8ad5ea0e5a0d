import type { Command, Event as WireEvent } from '@portico/protocol'
import type { Fleeting, FleetingSent } from '@portico/protocol/fleeting'
import type { Accepted, Refusal } from '@portico/protocol/outcome'
import type { RefusalReason } from '@portico/protocol/refusals'
import type { Topic, TopicKind } from '@portico/protocol/topics'
import type { ElementOf, ViewOf } from '@portico/protocol/views'
import type { ConversationId } from '@portico/protocol/ids'
import type { Actor, Authority } from './actor.ts'
import type { Db, Tx } from './db/database.ts'
import type { Deliver, DeliveryKind } from './deliveries.ts'
import type { Reaction } from './reactions.ts'
import type { SecurityNote } from './security-log.ts'
import type { Route } from './wire/route.ts'

// Each capability adds its own by declaration merging: commands that no client may send, and what happens.
export interface InternalCommands {}
export interface Events {}
export type AnyCommand = Command | InternalCommands[keyof InternalCommands]
export type Event = Events[keyof Events]

/** What every capability folder exports from its index.ts, and nothing else. */
export type Capability<C extends AnyCommand, E extends Event> = {
  name: string
  migrations: readonly Migration[]
  /** What each command must have to itself; may read unlocked to find out, the decision checks again under lock. */
  subjects: { [T in C['type']]: (command: Of<C, T>, actor: Actor, db: Db) => readonly Subject[] | Promise<readonly Subject[]> }
  commands: { [T in C['type']]: (tx: Tx, command: Of<C, T>, ctx: Context) => Promise<Decision<E>> }
  /** Asks for the rows that a command is certain to need and whose keys it names, so that all travel to the database at once. */
  foresees?: { [T in C['type']]?: (tx: Tx, command: Of<C, T>, actor: Actor) => void }
  writes: { [T in E['type']]: (tx: Tx, event: Of<E, T>) => Promise<void> }
  /** What visitors' commands count as, beside that they are commands. */
  limits?: { [T in C['type']]?: CountsAs<Of<C, T>> }
  /** Who sees what of an event; the only place that says so. */
  broadcasts: { [T in E['type']]: (event: Of<E, T>) => readonly Shown[] }
  /** What the log of security keeps of an event, for each or for none of them: the compiler asks. */
  security: 'none' | { [T in E['type']]: 'none' | ((event: Of<E, T>, actor: Actor) => SecurityNote | undefined) }
  /** Fleeting hints that follow an event after its commit. */
  stirs?: { [T in E['type']]?: (event: Of<E, T>) => readonly Stirred[] }
  /** What hints say of a topic's rows, as it is: it repairs those that were lost. */
  lists?: { [K in TopicKind]?: ListReads }
  /** Events that this capability answers with commands, its own or of one to its left, once and in order per subject. */
  reactions?: { [T in Event['type']]?: Reaction<Of<Event, T>, AnyCommand> }
  /** What it sends out of the house, by the kind under which a row was written: outside the thread that writes, tried again. */
  deliver?: { [kind: DeliveryKind]: Deliver }
  /** The parts that this capability has in the first state of a topic, by its kind; undefined where there is no such thing. */
  snapshots?: { [K in keyof ViewOf]?: (tx: Db, id: string) => Promise<Partial<ViewOf[K]> | undefined> }
  /** Those it has in lines and rows: of a whole page at once, by their ids. */
  elements?: {
    [E in keyof ElementOf]?: (tx: Db, ids: readonly ElementOf[E]['id'][]) => Promise<ReadonlyMap<string, Partial<ElementOf[E]>>>
  }
  /** Topics that are a person's without asking. `place` is the channel a visitor's page stands in. */
  topics?: (db: Db, authority: Authority, place: string | undefined) => Promise<readonly Topic[]>
  /** May this person look at a topic he asks for? `now`: for now, whatever he is; it is asked again and again. */
  mayWatch?: { [K in TopicKind]?: (db: Db, authority: Authority, id: string) => Promise<boolean | 'now'> }
  /** Whoever looks at one kind of topic is told whether anybody listens to the other of the same id. One capability says so. */
  attended?: Attended
  /** Where a fleeting message of this person goes; nowhere if he may not send it. */
  relay?: (db: Db, authority: Authority, sent: FleetingSent) => Promise<readonly Relayed[]>
  /** What ends when an older state comes back, which has not heard of what ended since. */
  restored?: (tx: Tx, at: number) => Promise<void>
  /** Imported when they are served: the thread that writes has no use for them, nor for the schemas they bring. */
  routes?: () => Promise<readonly Route[]>
}
export const capability = <C extends AnyCommand, E extends Event>(c: Capability<C, E>) => c

/** `newId` makes ids of things no client has named. */
export type Context = { actor: Authority; now: () => number; newId: <Id extends string>() => Id }

/** Such as 'conversation:<id>'. */
export type Subject = `${string}:${string}`
export type Shown = readonly [Topic, WireEvent]
/** As a message; and where it says so, as something that is begun, unless the answer turns out to have begun nothing. */
export type CountsAs<C> = { message: true; begins?: (command: C, answer: Accepted) => boolean }
export type Attended = { of: TopicKind; toldOn: TopicKind }
export type Relayed = { topic: Topic; fleeting: Fleeting }
export type Stirred = { topic: Topic; conversation: ConversationId; fleeting: Fleeting }
export type Moved = Extract<Fleeting, { type: 'list.moved' }>['rows'][number]
/** `mark` differs whenever a row has moved, as long as no entry has come or gone. */
export type ListReads = { mark: (db: Db, id: string) => Promise<string>; rows: (db: Db, id: string) => Promise<readonly Moved[]> }
/** After one that is `additive` nodes that do not know it yet may still run: it takes nothing from them. */
export type Migration = { name: string; additive?: true; up: (db: Db) => Promise<void> }

/** Events to happen, with what the answer names beside `ok`; or a refusal. */
export type Decision<E> = Refusal | readonly E[] | { events: readonly E[]; names: Omit<Accepted, 'ok'> }

export const refuse = (refused: RefusalReason, more: Omit<Refusal, 'ok' | 'refused'> = {}): Refusal => ({
  ok: false,
  refused,
  ...more,
})
export const isRefusal = (decision: object): decision is Refusal => 'refused' in decision

export type Of<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>
