import type { Fleeting } from '@portico/protocol/fleeting'
import type { ChannelId } from '@portico/protocol/ids'
import { COMMANDS_PER_REQUEST_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import type { Hello } from '@portico/protocol/session'
import type { Outcome } from '@portico/protocol/outcome'
import type { Topic } from '@portico/protocol/topics'
import { openLink } from './link.ts'
import { openLiveState } from './live-state.ts'
import { openListeners } from './listeners.ts'
import type { Live, Pending } from './live.ts'
import { openOutbox } from './outbox.ts'
import { openSession } from './session.ts'
import { systemClock, systemNetwork, type Fallbacks, type Solve, type Surroundings } from './surroundings.ts'
import type { Apply } from './views/applier.ts'
import { applyEvent } from './views/apply-event.ts'
import { applyForVisitor } from './views/apply-for-visitor.ts'
import { foldIntoLists, type Fold } from './views/fold-into-lists.ts'

// Few ever need these.
const solveHere: Solve = async (challenge) => (await import('./solve.ts')).solve(challenge)
const fetchFallbacks: Fallbacks = async () => (await import('./transports/fallbacks.ts')).fallbacks

/** On a socket each command waits for the answer of the one before; a request carries all that wait, and has its own limit. */
const ONE_BY_ONE = { atOnceMax: 1, answerMs: 8000 }
const BY_REQUEST = { atOnceMax: COMMANDS_PER_REQUEST_MAX, answerMs: 30_000 }

/** The connection of the visitor who holds this token, to one channel. */
export const openVisitorLive = ({ token, channel, ...around }: Surroundings & { token: string; channel: ChannelId }): Live =>
  openLive(around, { kind: 'visitor', token, channel }, { apply: applyForVisitor, fold: undefined })

/** The connection of the operator whom the browser's cookie names. */
export const openOperatorLive = (around: Surroundings): Live =>
  openLive(around, { kind: 'operator' }, { apply: applyEvent, fold: foldIntoLists })

type Steps = { apply: Apply; fold: Fold | undefined }

export function openLive(around: Surroundings, as: Hello['as'], { apply, fold }: Steps): Live {
  const {
    origin,
    storage,
    wake,
    isVisible = () => true,
    page = () => undefined,
    clock = systemClock,
    random = Math.random,
    network = systemNetwork,
    solve = solveHere,
    fallbacks = fetchFallbacks,
  } = around
  const fleeting = openListeners<[topic: Topic, message: Fleeting]>()
  const answers = openListeners<[one: Pending, outcome: Outcome]>()
  const state = openLiveState()
  const { changed } = state
  const outbox = openOutbox({
    clock,
    storage,
    changed,
    answered: answers.say,
    solve,
    serverNow: () => clock.now() + session.clockSkewMs(),
    say: (sent) => link.say({ type: 'command', ...sent }),
    pace: () => (over() === 'socket' ? ONE_BY_ONE : BY_REQUEST),
  })
  const session = openSession({
    as,
    tab: newId(),
    isVisible,
    page,
    apply,
    fold,
    clock,
    state,
    outbox,
    say: (frame) => link.say(frame),
    end: (code) => link.end(code),
    heardFleeting: fleeting.say,
  })
  const link = openLink({
    site: { origin, as, clock, network, fallbacks },
    random,
    solve,
    changed,
    isVisible,
    isBusy: () => outbox.list().length > 0,
    hello: session.hello,
    heard: session.heard,
    begun: outbox.resend,
  })
  const over = () => {
    const now = link.state()
    return now.state === 'online' ? now.over : undefined
  }
  const sleep = wake?.(link.woken, link.used, link.offline)

  return {
    link: link.state,
    you: () => session.welcome()?.you,
    clockSkewMs: session.clockSkewMs,
    view: (topic) => state.get(topic)?.shown as never, // the kind of the topic is the kind of its view
    topics: state.topics,
    subscribe: state.subscribe,
    send: (command) => {
      const answered = outbox.send(command)
      link.used()
      return answered
    },
    outbox: outbox.list,
    watch: session.watch,
    onAnswered: answers.add,
    sendFleeting: (message) => {
      link.used()
      link.say({ type: 'fleeting', fleeting: message })
    },
    onFleeting: fleeting.add,
    moved: () => {
      const now = page()
      link.say({ type: 'attention', visible: isVisible(), ...(now && { page: now }) })
    },
    tryNow: link.tryNow,
    close: () => {
      sleep?.()
      link.close()
      session.close()
      outbox.close()
    },
  }
}
