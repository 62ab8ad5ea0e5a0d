import { connect, type Connection } from './connection.ts'
import type { BenchOperator, BenchVisitor } from './population.ts'
import { VERSION } from '@portico/protocol/version'
import type { ConversationId } from '@portico/protocol/ids'

// Below the server's limit of sockets for each address.
const SOCKETS_PER_ADDRESS = 900

/** People on one server, Portico or bare. What one of them loses, the whole measure has lost. */
export type Crowd = {
  /** An operator with these conversations on the screen. */
  operator: (operator: BenchOperator, watch: readonly ConversationId[]) => Promise<Connection>
  visitor: (visitor: BenchVisitor) => Promise<Connection>
  /** The work, unless a connection is lost meanwhile. */
  undisturbed: <T>(work: Promise<T>) => Promise<T>
  close: () => void
}

type Server = { port: number; kind: 'portico' | 'bare' }

export function openCrowd({ port, kind }: Server): Crowd {
  const connections: Connection[] = []
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  const greet = kind === 'portico' ? greetPortico : greetBare
  let count = 0

  async function join(joining: Joining): Promise<Connection> {
    const from = `127.0.0.${1 + Math.floor(count++ / SOCKETS_PER_ADDRESS)}`
    const url = `ws://127.0.0.1:${port}/socket`
    const connection = await connect({ url, from, onLost: lost.reject, ...greet(joining) })
    connections.push(connection)
    return connection
  }

  return {
    operator: ({ cookie }, watch) => join({ who: 'operator', cookie, watch }),
    visitor: ({ token, channel, conversation }) =>
      join({ who: 'visitor', token, channel, watch: conversation ? [conversation] : [] }),
    undisturbed: (work) => Promise.race([work, lost.promise]),
    close: () => {
      for (const connection of connections) connection.close()
    },
  }
}

type Joining = { watch: readonly ConversationId[] } & (
  | { who: 'operator'; cookie: string }
  | { who: 'visitor'; token: string; channel: string }
)

const topicsOf = ({ who, watch }: Joining) => watch.map((id) => `${who === 'operator' ? 'conversation' : 'chat'}:${id}`)

// Ready once everything of interest has caught up; where there is nothing, once welcomed and up to date with the first topic.
function greetPortico(joining: Joining) {
  const as =
    joining.who === 'operator' ? { kind: 'operator' } : { kind: 'visitor', token: joining.token, channel: joining.channel }
  const watch = joining.who === 'operator' ? topicsOf(joining).map((topic) => ({ topic, position: null })) : []
  const missing = new Set(topicsOf(joining))
  return {
    headers: joining.who === 'operator' ? { cookie: `portico=${joining.cookie}` } : {},
    first: JSON.stringify({ type: 'hello', version: VERSION, as, epoch: null, watch }),
    begins: (text: string) => {
      const frame = JSON.parse(text) as { type: string; topic?: string } // a frame of the server
      if (frame.type === 'gone') throw new Error(`the server does not show ${frame.topic} to its own people`)
      if (frame.type !== 'caught-up') return false
      missing.delete(frame.topic ?? '')
      return missing.size === 0
    },
  }
}

function greetBare(joining: Joining) {
  return {
    headers: {},
    first: JSON.stringify({ type: 'join', topics: topicsOf(joining) }),
    begins: (text: string) => text === '{"type":"joined"}',
  }
}
