// Commands that have not been answered, oldest first. They are kept in storage, so that they survive page navigation, and
// sent again after every reconnect with the same ids. What is sent next waits for the answer of what was sent before:
// otherwise a command that is told `retry` would be overtaken by its successor.
import type { Command } from '@portico/protocol'
import type { Challenge, Solution } from '@portico/protocol/challenge'
import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome, Refusal } from '@portico/protocol/outcome'
import { RENAMED_BY_ANSWER, TOPICS_ABOUT } from '@portico/protocol/renamed'
import type { CommandFrame } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import type { Pending } from './live.ts'
import type { Clock, OutboxStorage, Solve } from './surroundings.ts'

const RETRY_MS = 1000
/** Of what goes together, in UTF-16 units: at most three bytes each, so that a request holds it. */
const BATCH_LENGTH_MAX = 20_000

export type Outbox = {
  send: (command: Command) => Promise<Outcome>
  answer: (id: CommandId, outcome: Outcome) => void
  /** Takes up what an earlier page left under this key, and keeps the rest there from then on. */
  adopt: (key: string | undefined) => void
  /** The server's time has become known: what was never sent gets ids of that. */
  retime: () => void
  /** Sends whatever is not answered, as after a reconnect. */
  resend: () => void
  /** Refuses what was never sent and belongs to a topic that is no longer ours. */
  refuse: (topic: Topic) => void
  list: () => readonly Pending[]
  close: () => void
}

type Given = {
  clock: Clock
  storage: OutboxStorage | undefined
  /** The server's time, as far as it is known: ids are minted by it, whatever this device's clock says. */
  serverNow: () => number
  /** Sends it if there is a connection. */
  say: (sent: Pick<CommandFrame, 'id' | 'command' | 'solution' | 'again'>) => boolean
  solve: Solve
  /** How many may be under way at once, and how long until they are taken for lost. */
  pace: () => { atOnceMax: number; answerMs: number }
  changed: () => void
  /** Every answer but `retry`, also of what an earlier page has sent. */
  answered: (one: Pending, outcome: Outcome) => void
}

export function openOutbox({ clock, serverNow, storage, say, solve, pace, changed, answered: heard }: Given): Outbox {
  const waiting = new Map<CommandId, (outcome: Outcome) => void>()
  const known = new Set<CommandId>()
  /** May have reached the server, on this connection or an earlier one, from this page or an earlier one. */
  const sent = new Set<CommandId>()
  const underWay = new Set<CommandId>()
  let pending: readonly Pending[] = []
  let key: string | undefined
  let cancelRetry: (() => void) | undefined
  let cancelLate = () => {}
  let paid: { id: CommandId; solution: Solution } | undefined
  let mintedAt = 0

  function mint(): CommandId {
    mintedAt = Math.max(mintedAt + 1, serverNow())
    return newId<CommandId>(mintedAt)
  }

  function remint(which: (one: Pending) => boolean) {
    mintedAt = 0
    keep(
      pending.map((one) => {
        if (!which(one)) return one
        const id = mint()
        const resolve = waiting.get(one.id)
        if (resolve) waiting.set(id, resolve)
        waiting.delete(one.id)
        if (sent.delete(one.id)) sent.add(id)
        return { ...one, id }
      }),
    )
  }

  /** Takes up what another page of this tab has left meanwhile: a page that comes back from the history has not seen it. */
  function keep(next: readonly Pending[]) {
    const left = key && storage ? read(storage, key).filter(({ id }) => !known.has(id)) : []
    for (const { id } of left) sent.add(id)
    pending = [...left, ...next]
    for (const { id } of pending) known.add(id)
    if (key && storage) write(storage, key, pending)
    changed()
  }

  function sendNext() {
    if (cancelRetry || underWay.size > 0) return
    const { atOnceMax, answerMs } = pace()
    for (const { id, command } of batch(pending, atOnceMax)) {
      const solution = paid?.id === id && paid.solution
      const again = underWay.size === 0 && sent.has(id)
      if (!say({ id, command, ...(solution && { solution }), ...(again && { again }) })) return
      sent.add(id)
      underWay.add(id)
    }
    // A server that does not know what became of a command says nothing: the same id again decides.
    if (underWay.size > 0) cancelLate = clock.after(answerMs, resend)
  }

  function resend() {
    cancelLate()
    underWay.clear()
    keep(pending)
    sendNext()
  }

  function later(id: CommandId, { afterMs = RETRY_MS, challenge }: Refusal) {
    const again = () => {
      cancelRetry?.()
      cancelRetry = undefined
      sendNext()
    }
    cancelRetry ??= clock.after(afterMs, again)
    if (challenge) void pay(id, challenge, again)
  }

  async function pay(id: CommandId, challenge: Challenge, again: () => void) {
    const solution = await solve(challenge)
    if (!solution) return
    paid = { id, solution }
    again()
  }

  function arrived(id: CommandId) {
    underWay.delete(id)
    if (underWay.size === 0) cancelLate()
  }

  function settle(one: Pending, outcome: Outcome) {
    const { id } = one
    heard(one, outcome)
    waiting.get(id)?.(outcome)
    waiting.delete(id)
    sent.delete(id)
  }

  return {
    send: (command) =>
      new Promise((resolve) => {
        const id = mint()
        waiting.set(id, resolve)
        keep([...pending, { id, command, at: clock.now() }])
        sendNext()
      }),
    answer: (id, outcome) => {
      const answered = pending.find((one) => one.id === id)
      arrived(id)
      if (!answered) return
      if (!outcome.ok && outcome.refused === 'retry') return later(id, outcome)
      // Nothing was done under an id of a time to come, and what is made has an id of its own: it is not made twice.
      if (!outcome.ok && outcome.refused === 'early') {
        remint((one) => one === answered)
        return later(id, outcome)
      }
      const rest = pending.filter((one) => one !== answered)
      keep(redirect(rest, answered.command, outcome))
      settle(answered, outcome)
      sendNext()
    },
    adopt: (wanted) => {
      if (!wanted || key === wanted) return
      key = wanted
      keep(pending)
    },
    retime: () => remint(({ id }) => !sent.has(id)),
    resend,
    refuse: (topic) => {
      const lost = pending.filter((one) => belongsTo(topic, one.command) && !sent.has(one.id) && !isOpening(pending, topic))
      if (lost.length === 0) return
      keep(pending.filter((one) => !lost.includes(one)))
      for (const one of lost) settle(one, { ok: false, refused: 'not-found' })
    },
    list: () => pending,
    close: () => {
      cancelRetry?.()
      cancelLate()
    },
  }
}

/** The first few; none behind one whose answer may name another thing. */
function batch(pending: readonly Pending[], max: number): readonly Pending[] {
  let length = 0
  const end = pending.findIndex(({ command }, i) => {
    length += JSON.stringify(command).length
    const before = pending[i - 1]?.command.type ?? ''
    return i > 0 && (i >= max || length > BATCH_LENGTH_MAX || before in RENAMED_BY_ANSWER)
  })
  return end < 0 ? pending : pending.slice(0, end)
}

/** What was written into something that turned out to be another one goes there; none of it has been sent. */
function redirect(rest: readonly Pending[], answered: Command, outcome: Outcome): readonly Pending[] {
  const field = RENAMED_BY_ANSWER[answered.type]
  const to = field && outcome.ok && outcome[field]
  if (!to) return rest
  return rest.map((one) =>
    named(one.command, field) === named(answered, field) ? { ...one, command: { ...one.command, [field]: to } } : one,
  )
}

function belongsTo(topic: Topic, command: Command): boolean {
  const [kind = '', id] = topic.split(':')
  return Object.entries(TOPICS_ABOUT).some(([field, kinds]) => kinds.includes(kind) && named(command, field) === id)
}

const named = (command: object, field: string): unknown => Reflect.get(command, field)

const isOpening = (pending: readonly Pending[], topic: Topic): boolean =>
  pending.some(({ command }) => command.type in RENAMED_BY_ANSWER && belongsTo(topic, command))

// Storage may throw, and what another version left may not be a list: the commands then live as long as the page.
function write(storage: OutboxStorage, key: string, pending: readonly Pending[]): void {
  try {
    if (pending.length > 0) storage.set(key, JSON.stringify(pending))
    else storage.remove(key)
  } catch {}
}

function read(storage: OutboxStorage, key: string): readonly Pending[] {
  try {
    const left: unknown = JSON.parse(storage.get(key) ?? '[]')
    return Array.isArray(left) ? (left as Pending[]) : [] // `write` wrote it
  } catch {
    return []
  }
}
