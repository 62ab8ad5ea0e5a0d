import { openLive } from '@portico/client/open-live'
import { applyEvent } from '@portico/client/views/apply-event'
import { applyForVisitor } from '@portico/client/views/apply-for-visitor'
import { foldIntoLists } from '@portico/client/views/fold-into-lists'
import type { Live } from '@portico/client/live'
import type { OutboxStorage } from '@portico/client/surroundings'
import type { Command } from '@portico/protocol'
import type { Introduction, Page } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import { mintToken } from '@portico/server/auth/token'
import { present } from './eventually.ts'
import { watchSteps } from './watch-steps.ts'
import { tapNetwork, type Tap, type Way } from './network.ts'
import type { Clock } from '@portico/client/surroundings'

export const MAIN = 'main' as ChannelId // the channel that every installation begins with

/** Where people meet: a server, the time they live in, and everybody who is there. */
export type Place = { url: string; clock: Clock; people: Set<Person> }

type Sent = { conversation: ConversationId; line: LineId; outcome: Outcome }

/** Somebody with a device: the real client over the real network. */
export type Person = {
  name: string
  live: Live
  tap: Tap
  /** Entries that changed nothing for him, and should have. */
  idle: readonly string[]
  send: (command: Command) => Promise<Outcome>
  say: (conversation: ConversationId, text: string) => Promise<Sent>
  leave: () => void
}
export type Visitor = Person & {
  token: string
  open: (text: string, introduction?: Introduction) => Promise<Sent>
  /** The same visitor in another tab, or after a page load. */
  again: (name?: string, options?: { blocked?: readonly Way[] }) => Promise<Visitor>
}
export type Operator = Person & {
  id: OperatorId
  cookie: string
  again: (name?: string, options?: { blocked?: readonly Way[] }) => Promise<Operator>
  request: (path: string, init?: { method?: string; body?: object }) => Promise<Response>
}

type Options = {
  blocked?: readonly Way[]
  channel?: ChannelId
  token?: string
  storage?: OutboxStorage
  address?: string
  /** Where a visitor is; `live.moved()` says that it is another. */
  page?: () => Page
}

export async function visitor(site: Place, name: string, options: Options = {}): Promise<Visitor> {
  const { channel = MAIN, token = mintToken(), address = nextAddress(site) } = options
  const tap = tapNetwork({ address })
  tap.block(options.blocked ?? [])
  const { apply, idle } = watchSteps(applyForVisitor)
  const around = { origin: site.url, clock: site.clock, network: tap.network, ...storageOf(options), ...pageOf(options) }
  const live = openLive(around, { kind: 'visitor', token, channel }, { apply, fold: undefined })
  const person = enter(site, { name, live, tap, idle })
  await present(
    () => live.link().state === 'online' && live.topics().every((topic) => live.view(topic as 'settings') !== undefined),
  )
  return {
    ...person,
    token,
    open: async (text, introduction = {}) => {
      const conversation = newId<ConversationId>()
      const line = newId<LineId>()
      const outcome = await live.send({ type: 'conversation.open', conversation, channel, line, text, introduction })
      return { conversation: outcome.ok && outcome.conversation ? outcome.conversation : conversation, line, outcome }
    },
    again: (other = `${name} again`, more = {}) => visitor(site, other, { ...more, channel, token, address }),
  }
}

export async function operator(
  site: Place,
  name: string,
  account: { id: OperatorId; cookie: string },
  options: Options = {},
): Promise<Operator> {
  const { address = nextAddress(site) } = options
  const tap = tapNetwork({ address, cookie: account.cookie })
  tap.block(options.blocked ?? [])
  const { apply, idle } = watchSteps(applyEvent)
  const around = { origin: site.url, clock: site.clock, network: tap.network, ...storageOf(options) }
  const live = openLive(around, { kind: 'operator' }, { apply, fold: foldIntoLists })
  const person = enter(site, { name, live, tap, idle })
  await present(() => live.link().state === 'online' && live.view('settings'))
  return {
    ...person,
    // Of the same person elsewhere no more than who he is.
    id: account.id,
    cookie: account.cookie,
    again: (other = `${name} again`, more = {}) => operator(site, other, account, { ...more, address }),
    request: (path, { method = 'GET', body } = {}) =>
      fetch(`${site.url}${path}`, {
        method,
        headers: { cookie: account.cookie, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
  }
}

/** Each from an address of his own, as the proxy in front of the server says: limits are counted by address. */
const nextAddress = ({ people }: Place) => `10.0.${people.size >> 8}.${people.size & 255}`

const pageOf = ({ page }: Options) => page && { page }
const storageOf = ({ storage }: Options) => storage && { storage }

function enter({ people }: Place, { name, live, tap, idle }: Pick<Person, 'name' | 'live' | 'tap' | 'idle'>): Person {
  const person: Person = {
    name,
    live,
    tap,
    idle,
    send: live.send,
    say: async (conversation, text) => {
      const line = newId<LineId>()
      return { conversation, line, outcome: await live.send({ type: 'message.send', conversation, line, text }) }
    },
    leave: () => {
      people.delete(person)
      live.close()
    },
  }
  people.add(person)
  return person
}
