// What is said and heard on a connection, whichever transport carries it: one position per topic, resumed after every
// reconnect; holes are asked for again; commands are matched with their replies.
import type { Event } from '@portico/protocol'
import { REVOKED } from '@portico/protocol/close-codes'
import type { Page } from '@portico/protocol/conversations'
import type { Fleeting } from '@portico/protocol/fleeting'
import { CURSORS_MAX } from '@portico/protocol/limits'
import type { ClientFrame, Hello, ServerFrame } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import { VERSION } from '@portico/protocol/version'
import { openHoles } from './holes.ts'
import {
  cursorOf,
  resume,
  takeCaughtUp,
  takeEntries,
  takePart,
  takeSnapshot,
  unknownTopic,
  type KeptTopic,
  type Taken,
} from './kept-topic.ts'
import type { LiveState } from './live-state.ts'
import type { Outbox } from './outbox.ts'
import type { Clock } from './surroundings.ts'
import { openWatched } from './watched.ts'
import type { Fold } from './views/fold-into-lists.ts'
import type { Apply, View } from './views/applier.ts'

export type Welcome = Extract<ServerFrame, { type: 'welcome' }>

export type Session = {
  hello: () => Hello
  heard: (frame: ServerFrame) => void
  welcome: () => Welcome | undefined
  clockSkewMs: () => number
  watch: (topic: Topic) => () => void
  close: () => void
}

type Given = {
  as: Hello['as']
  tab: string
  isVisible: () => boolean
  page: () => Page | undefined
  apply: Apply
  /** What fleeting messages change in what is kept; visitors keep nothing that they could change. */
  fold: Fold | undefined
  clock: Clock
  state: LiveState
  outbox: Outbox
  /** False while there is no connection. */
  say: (frame: Exclude<ClientFrame, Hello>) => boolean
  end: (code: number) => void
  heardFleeting: (topic: Topic, message: Fleeting) => void
}

export function openSession({
  as,
  tab,
  isVisible,
  page,
  apply,
  fold,
  clock,
  state,
  outbox,
  say,
  end,
  heardFleeting,
}: Given): Session {
  let welcome: Welcome | undefined
  let clockSkewMs = 0
  let own = new Set<Topic>()
  const watched = openWatched(clock, forget)
  const cursor = (topic: Topic) => cursorOf(topic, state.get(topic))
  const ask = (topic: Topic) => say({ type: 'watch', ...cursor(topic) })
  const holes = openHoles({ clock, state, ask })
  /** Frames of what is not ours any more may still be under way. */
  const strange = new Set<Topic>()
  outbox.adopt(outboxKey(as))

  function welcomed(frame: Welcome) {
    const before = welcome
    // Somebody else has signed in meanwhile: nothing on this page is theirs.
    if (as.kind === 'operator' && before && before.you.id !== frame.you.id) return end(REVOKED)
    welcome = frame
    clockSkewMs = frame.now - clock.now()
    outbox.retime()
    // Whoever is served by an older server is told what he watches too, which is not his for that.
    own = new Set(frame.topics.filter((topic) => !watched.has(topic)))
    strange.clear()
    for (const topic of state.topics()) {
      if (own.has(topic) || watched.has(topic)) change(topic, (kept) => resume(kept, before?.epoch === frame.epoch))
      else state.drop(topic)
    }
    for (const topic of own) if (!state.get(topic)) state.put(topic, unknownTopic)
    outbox.adopt(outboxKey(as, frame.you))
    return state.changed()
  }

  function change(topic: Topic, step: (kept: KeptTopic) => KeptTopic) {
    if (!strange.has(topic)) state.put(topic, step(state.get(topic) ?? unknownTopic))
  }

  function take(topic: Topic, step: (kept: KeptTopic, apply: (view: View, event: Event) => View) => Taken) {
    let applied: readonly Event[] = []
    change(topic, (before) => {
      const taken = step(before, (view, event) => apply(topic, view, event))
      applied = taken.applied
      return taken.kept
    })
    for (const event of applied) {
      if (event.type === 'topic.joined') join(event.topic)
      if (event.type === 'topic.left') lose(event.topic)
    }
    holes.look(topic)
  }

  function join(topic: Topic) {
    own.add(topic)
    strange.delete(topic)
    if (state.get(topic)) return
    state.put(topic, unknownTopic)
    holes.expect(topic)
  }

  function lose(topic: Topic) {
    own.delete(topic)
    strange.add(topic)
    state.drop(topic)
    outbox.refuse(topic)
  }

  function forget(topic: Topic) {
    if (own.has(topic)) return
    strange.add(topic)
    state.drop(topic)
    say({ type: 'unwatch', topic })
  }

  const pageNow = () => {
    const now = page()
    return now && { page: now }
  }

  return {
    hello: () => ({
      type: 'hello',
      version: VERSION,
      as,
      epoch: welcome?.epoch ?? null,
      watch: [...new Set([...watched.topics(), ...state.topics()])].slice(0, CURSORS_MAX).map(cursor),
      tab,
      visible: isVisible(),
      ...pageNow(),
    }),
    heard: (frame) => {
      switch (frame.type) {
        case 'welcome':
          return welcomed(frame)
        case 'snapshot':
          return change(frame.topic, (kept) => takePart(kept, frame.part))
        case 'snapshot-end':
          return take(frame.topic, (kept, apply) => takeSnapshot(kept, frame, apply))
        case 'entries':
          return take(frame.topic, (kept, apply) => takeEntries(kept, frame, apply))
        case 'caught-up':
          change(frame.topic, (kept) => takeCaughtUp(kept, frame))
          return holes.look(frame.topic)
        case 'gone':
          return lose(frame.topic)
        case 'reply':
          if ('now' in frame.outcome && frame.outcome.now) clockSkewMs = frame.outcome.now - clock.now()
          return outbox.answer(frame.id, frame.outcome)
        case 'fleeting': {
          const { topic, fleeting } = frame
          if (fold && state.get(topic)) change(topic, (kept) => fold(kept, fleeting))
          return heardFleeting(topic, fleeting)
        }
        case 'ping':
          return void say({ type: 'pong', nonce: frame.nonce })
        // The link has heard the others.
        case 'pong':
        case 'close':
        case 'error':
          return undefined
      }
      return undefined
    },
    welcome: () => welcome,
    clockSkewMs: () => clockSkewMs,
    watch: (topic) => {
      const release = watched.add(topic)
      strange.delete(topic)
      if (!state.get(topic)) {
        state.put(topic, unknownTopic)
        ask(topic)
      }
      return release
    },
    close: () => {
      watched.close()
      holes.close()
    },
  }
}

/** Visitors have one for each channel, and nobody gets what another person left in this tab. */
function outboxKey(as: Hello['as'], you?: Welcome['you']): string | undefined {
  if (as.kind === 'visitor') return `portico.outbox.visitor.${as.channel}.${as.token.slice(0, 8)}`
  return you && `portico.outbox.operator.${you.id}`
}
