import { isDeepStrictEqual } from 'node:util'
import { CLOSE } from '@portico/protocol/close-codes'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import type { ClientFrame, CommandFrame, Hello } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import { VERSION } from '@portico/protocol/version'
import type { Actor, Authority } from '../actor.ts'
import { isRefusal } from '../capability.ts'
import { BEGINNING, headOf, isSamePoint, type Appended, type Head, type Point } from '../log.ts'
import { personalTopic } from '../topic.ts'
import { openAttention, type Attention } from './attention.ts'
import { catchUp } from './catch-up.ts'
import { cursorAt, pointBefore, pointOf, type Cursor } from './cursor.ts'
import type { Node } from './node.ts'
import { entriesFrame, frame, goneFrame } from './frames.ts'
import { inOrder } from './in-order.ts'
import type { Limit } from './limit-hits.ts'
import * as limits from './limits.ts'
import { openGate } from './gate.ts'
import type { Outlet, Why } from './outlet.ts'
import type { Payer } from './payments.ts'
import { sentAway } from './sent-away.ts'
import { watchedLeft } from './watched-left.ts'
import { WatchedTopics } from './watched-topics.ts'

const TOO_MANY: Why = { code: CLOSE.rate, reason: 'too many commands at once', retryAfterMs: 1000, limit: 'commands' }

type Open = {
  node: Node
  outlet: Outlet
  actor: Actor
  authority: Authority
  prefix: string
  device: string
  hello: Hello
  /** Whose budget his frames are taken from. */
  payer: Payer
}

/** One connection of one person after its hello, over whichever transport. */
export class Session {
  readonly id = newId()
  readonly actor: Actor
  readonly outlet: Outlet
  readonly payer: Payer
  /** Of all connections of one tab the newest counts; undefined where a client names none. */
  readonly tab: string | undefined
  readonly attention: Attention
  #node: Node
  #authority: Authority
  #prefix: string
  #device: string
  #place: string | undefined
  #cursors = new Map<Topic, Cursor>()
  #watched: WatchedTopics
  #commands: Promise<void> = Promise.resolve()
  #commandsWaiting = 0
  #decide = inOrder(({ id, command, solution }: CommandFrame) =>
    this.#node.run({ id, command, solution, actor: this.actor, prefix: this.#prefix, device: this.#device }),
  )
  #entriesQueued = 0
  #catchingUp = openGate(limits.CATCHING_UP_AT_ONCE)
  #over = false

  constructor({ node, outlet, actor, authority, prefix, device, hello, payer }: Open) {
    this.#node = node
    this.#watched = new WatchedTopics(node.audiences)
    this.outlet = outlet
    this.actor = actor
    this.#authority = authority
    this.#prefix = prefix
    this.payer = payer
    this.tab = hello.tab
    this.attention = openAttention(node.clock, hello)
    this.#device = device
    this.#place = hello.as.kind === 'visitor' ? hello.as.channel : undefined
  }

  get isOver(): boolean {
    return this.#over
  }

  /** Welcomes the client and brings every topic up to date; resolves when all have caught up. */
  async begin({ epoch, watch }: Hello): Promise<void> {
    const head = await headOf(this.#node.reads, personalTopic(this.actor))
    const own = await this.#node.audiences.own(this.#authority, this.#place)
    const asked = new Map(watch.map((cursor) => [cursor.topic, epoch === this.#node.epoch ? pointOf(cursor) : undefined]))
    const others = [...asked.keys()].filter((topic) => !own.includes(topic))
    const allowed = await this.#watched.allowed(others, this.#authority)
    if (this.#over || this.actor.kind === 'system') return
    const you =
      this.actor.kind === 'visitor' ? { kind: this.actor.kind, id: this.actor.id } : { kind: this.actor.kind, id: this.actor.id }
    this.outlet.write(
      frame({
        type: 'welcome',
        version: VERSION,
        epoch: this.#node.epoch,
        now: this.#node.clock.now(),
        you,
        topics: [...own],
      }),
    )
    for (const topic of others) if (!allowed.includes(topic)) this.outlet.write(goneFrame(topic))
    for (const topic of allowed) this.#watched.add(topic)
    const marks = new Map(watch.map(({ topic, mark }) => [topic, mark]))
    await Promise.all([...own, ...allowed].map((topic) => this.#join(topic, asked.get(topic), marks.get(topic))))
    // What has changed between reading what is his and listening; what an operator may was read earlier still, at the door.
    const missed = !isSamePoint(this.#cursors.get(personalTopic(this.actor))?.point, head)
    if (missed || this.actor.kind === 'operator') await this.#derive()
  }

  receive(received: Exclude<ClientFrame, Hello>): void {
    switch (received.type) {
      case 'command':
        this.attention.used(received.command.type !== 'read.mark')
        return this.#queue(received)
      case 'attention':
        this.attention.turn(received)
        if (received.visible) this.#node.acted(this.actor)
        return this.#node.attendance.turned(this.#cursors.keys())
      case 'watch':
        return this.#attend(this.#watch(received.topic, pointOf(received), received.mark))
      case 'unwatch':
        this.#watched.delete(received.topic)
        return this.#leave(received.topic)
      case 'fleeting':
        if (received.fleeting.type !== 'looking') this.attention.used(true)
        return this.#attend(this.#node.relay(this, this.#authority, received.fleeting))
      case 'ping':
        return this.outlet.write(frame({ type: 'pong', nonce: received.nonce }))
      case 'pong':
        return
    }
  }

  /** Entries of one topic in a row, and the frame that says them to everybody. */
  deliver(entries: readonly Appended[], encoded: Buffer): void {
    const first = entries[0]
    const last = entries.at(-1)
    const cursor = first && this.#cursors.get(first.topic)
    if (!cursor || !first || !last || this.#over) return
    if (first.topic === personalTopic(this.actor)) this.derive(watchedLeft(entries))
    if (cursor.state === 'catching-up') {
      cursor.behind = true
      return
    }
    const known = cursor.point ?? BEGINNING
    const next = entries.find(({ position }) => position > known.position)
    if (!next) return
    // Not the one after it: something was missed, or the database goes on from an older state than what was said here.
    if (next.position > known.position + 1 || next.after !== known.tag) return this.#attend(this.#catchUp(first.topic, cursor))
    if (this.#isSlow(entries.length)) return this.#closeOver('send-queue', { code: CLOSE.slowReader, reason: 'reads too slowly' })
    this.outlet.write(next === first ? encoded : entriesFrame(entries.slice(entries.indexOf(next))))
    cursor.point = last
  }

  hear(encoded: Buffer): void {
    if (!this.#over && this.outlet.queuedBytes() <= limits.FLEETING_BYTES_MAX) this.outlet.write(encoded)
  }

  /** The head of a topic as the database has it: a lost hint ends here, and so does what a restored database has never had. */
  check(head: Head): void {
    const { topic } = head
    const cursor = this.#cursors.get(topic)
    if (!cursor || isSamePoint(cursor.point, head)) return
    if (cursor.state === 'catching-up') {
      // It is said once: what was read until now may be older.
      cursor.behind = true
      return
    }
    this.#attend(this.#catchUp(topic, cursor))
    if (topic === personalTopic(this.actor)) this.derive()
  }

  pointBefore(topic: Topic, position: number): Point | undefined {
    return pointBefore(this.#cursors.get(topic), position)
  }

  /** Reads anew what this person may do and hear; whoever may nothing any more is sent away. */
  derive(left: readonly Topic[] = []): void {
    for (const topic of left) this.receive({ type: 'unwatch', topic })
    if (!this.#over) this.#attend(this.#derive())
  }

  async #derive(): Promise<void> {
    const authority = await this.#node.recognise(this.actor)
    if (this.#over) return
    if (isRefusal(authority)) return this.close(sentAway(authority))
    const changed = !isDeepStrictEqual(authority, this.#authority)
    this.#authority = authority
    const own = await this.#node.audiences.own(authority, this.#place)
    const isStillAllowed = await this.#watched.stillAllowed(authority, { changed })
    if (this.#over) return
    for (const topic of this.#cursors.keys()) {
      if (own.includes(topic) || isStillAllowed(topic)) continue
      this.#watched.delete(topic)
      this.#leave(topic)
      this.outlet.write(goneFrame(topic))
    }
    await Promise.all(own.filter((topic) => !this.#cursors.has(topic)).map((topic) => this.#join(topic, undefined)))
  }

  close(why: Why): void {
    if (this.#over) return
    this.outlet.close(why)
    this.end()
  }

  #closeOver(limit: Limit, why: Why): void {
    this.#node.limitHits.hit(limit)
    this.close(why)
  }

  /** The connection is gone, or about to be. */
  end(): void {
    if (this.#over) return
    this.#over = true
    for (const topic of this.#cursors.keys()) this.#leave(topic)
    this.#node.leave(this)
  }

  async #watch(topic: Topic, point: Point | undefined, mark: string | undefined): Promise<void> {
    const known = this.#cursors.get(topic)
    if (known) {
      if (known.state === 'catching-up') return
      known.point = point
      return this.#catchUp(topic, known, { mark })
    }
    if (this.#watched.size() >= limits.WATCHED_MAX) {
      this.#node.limitHits.hit('watched')
      return this.outlet.write(goneFrame(topic))
    }
    // Its place is taken before it is known whether he may: many asked for at once do not all find room.
    this.#watched.add(topic)
    if ((await this.#watched.allowed([topic], this.#authority)).length === 0) {
      this.#watched.delete(topic)
      return this.outlet.write(goneFrame(topic))
    }
    if (this.#over || !this.#watched.has(topic)) return
    await this.#join(topic, point, mark)
  }

  async #join(topic: Topic, point: Point | undefined, mark?: string): Promise<void> {
    if (this.#over || this.#cursors.has(topic)) return
    const cursor = cursorAt(point)
    this.#cursors.set(topic, cursor)
    this.#node.hub.join(topic, this)
    this.#node.attendance.joined(topic, this)
    await this.#catchUp(topic, cursor, { mark })
  }

  #leave(topic: Topic): void {
    this.#cursors.delete(topic)
    this.#node.hub.leave(topic, this)
    this.#node.attendance.left(topic)
  }

  async #catchUp(topic: Topic, cursor: Cursor, asked?: { mark: string | undefined }): Promise<void> {
    const { reads, readSnapshot, resent, lists } = this.#node
    const told = asked && { lists, ...asked }
    const isOver = () => this.#over || this.#cursors.get(topic) !== cursor
    const pace = resent(this.actor)
    const exists = await this.#catchingUp(() =>
      catchUp({ topic, cursor, outlet: this.outlet, reads, readSnapshot, pace, isOver, told }),
    )
    if (!exists) this.#leave(topic)
  }

  // A read that failed: the client comes again and resumes by position.
  #attend(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (this.#over) return
      this.#node.onFault({ what: `session of ${this.actor.kind}`, error })
      this.close({ code: CLOSE.positionLost, reason: 'the server could not read on' })
    })
  }

  // One after the other, in the order sent; a hundred waiting are a client that does not wait for answers.
  #queue(sent: CommandFrame): void {
    if (this.#commandsWaiting >= limits.COMMANDS_WAITING_MAX) return this.#closeOver('commands-waiting', TOO_MANY)
    this.#commandsWaiting++
    this.#commands = this.#commands.then(() => this.#run(sent))
  }

  async #run(sent: CommandFrame): Promise<void> {
    const outcome: Outcome | undefined = this.#over ? undefined : await this.#decide(sent)
    this.#commandsWaiting--
    // Without an outcome nobody knows yet: the client sends the same again and is told.
    if (outcome && !this.#over) this.outlet.write(frame({ type: 'reply', id: sent.id, outcome }))
  }

  #isSlow(entries: number): boolean {
    const queued = this.outlet.queuedBytes()
    this.#entriesQueued = queued === 0 ? entries : this.#entriesQueued + entries
    return (
      queued > limits.QUEUED_BYTES_MAX || (this.#entriesQueued > limits.QUEUED_ENTRIES_MAX && queued > limits.FLEETING_BYTES_MAX)
    )
  }
}
