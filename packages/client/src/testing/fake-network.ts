import type { ClientFrame, CommandsBody, Hello, ServerFrame } from '@portico/protocol/session'
import type { Network, Socket } from '../surroundings.ts'

/** The outer network, in the hands of the test: what was dialled and said is written down, what is heard is the test's to say. */
export function fakeNetwork() {
  const sockets: FakeSocket[] = []
  const requests: FakeRequest[] = []
  const network: Network = {
    openSocket: (url) => {
      const socket = fakeSocket(url)
      sockets.push(socket)
      return socket
    },
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        const request = fakeRequest(url, init, { resolve, reject })
        requests.push(request)
      }),
  }
  const last = <T>(list: readonly T[], what: string): T => {
    const one = list.at(-1)
    if (one === undefined) throw new Error(`expected ${what}, saw none`)
    return one
  }
  return {
    network,
    sockets,
    requests,
    socket: () => last(sockets, 'a socket'),
    request: (path: string) => last(requestsTo(path), `a request to ${path}`),
    requestsTo,
  }
  function requestsTo(path: string) {
    return requests.filter((request) => request.path === path)
  }
}

export type FakeSocket = ReturnType<typeof fakeSocket>
export type FakeRequest = ReturnType<typeof fakeRequest>

function fakeSocket(url: string) {
  type Heard = Parameters<Socket['addEventListener']>[1]
  const listeners: { type: string; heard: Heard }[] = []
  const tell = (event: Parameters<Heard>[0]) => {
    for (const { type, heard } of listeners) if (type === event.type) heard(event)
  }
  const said: ClientFrame[] = []
  let closed = false
  return {
    url,
    said,
    closed: () => closed,
    ofType: <T extends ClientFrame['type']>(type: T) =>
      said.filter((frame): frame is Extract<ClientFrame, { type: T }> => frame.type === type),
    open: () => tell({ type: 'open' }),
    hear: (...frames: ServerFrame[]) => {
      for (const frame of frames) tell({ type: 'message', data: JSON.stringify(frame) })
    },
    drop: (code = 1006, reason = '') => tell({ type: 'close', code, reason }),
    send: (data: string) => void said.push(JSON.parse(data) as ClientFrame), // the client's word
    close: () => {
      closed = true
    },
    addEventListener: (type: string, heard: Heard) => void listeners.push({ type, heard }),
  }
}

function fakeRequest(
  url: string,
  { body, headers, signal }: RequestInit,
  { resolve, reject }: { resolve: (response: Response) => void; reject: (why: Error) => void },
) {
  const text = typeof body === 'string' ? body : '{}'
  const encoder = new TextEncoder()
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  signal?.addEventListener('abort', () => {
    reject(new Error('aborted'))
    stream?.error(new Error('aborted'))
  })
  const write = (words: string | Uint8Array) =>
    signal?.aborted || stream?.enqueue(typeof words === 'string' ? encoder.encode(words) : words)
  return {
    path: new URL(url).pathname,
    headers: new Headers(headers ?? {}),
    hello: () => JSON.parse(text) as Hello, // the client's word
    commands: () => (JSON.parse(text) as CommandsBody).commands, // the client's word
    fleeting: () => (JSON.parse(text) as CommandsBody).fleeting, // the client's word
    aborted: () => signal?.aborted === true,
    answer: (json: unknown, status = 200) => resolve(Response.json(json, { status })),
    fail: () => reject(new Error('no network')),
    /** Begins a streamed answer, with the prelude or without. */
    stream: (prelude = `:${' '.repeat(2048)}\n\n`) => {
      resolve(
        new Response(
          new ReadableStream({
            start: (controller) => {
              stream = controller
            },
          }),
        ),
      )
      if (prelude) write(prelude)
    },
    write,
    hear: (...frames: ServerFrame[]) => write(frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('')),
    end: () => stream?.close(),
  }
}
