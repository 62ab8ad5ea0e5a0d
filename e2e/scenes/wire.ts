import { newId } from '@portico/protocol/new-id'
import type { Page, WebSocketRoute } from 'playwright-core'

const FALLBACKS = /\/(stream|poll|commands)$/
/** As when a server restarts. */
const RESTART = 1012

type Message = string | Buffer

/** The network between a page and the real server, in our hands. Opened before the page goes anywhere. */
export type Wire = {
  /** What the server says does not arrive until `release`. */
  holdAnswers: () => void
  /** What the page says does not arrive until `release`. */
  holdSendings: () => void
  release: () => void
  /** Nothing connects any more. */
  cut: () => void
  /** Commands are answered as by a server that fails, until `release`. */
  refuse: () => void
  /** The page speaks a version of the protocol that the server does not know. */
  outdate: () => void
  /** The server ends the connection for such a reason. */
  end: (code: number) => void
}

export async function openWire(page: Page): Promise<Wire> {
  const sendings = openValve()
  const answers = openValve()
  const sockets = new Set<WebSocketRoute>()
  let isCut = false
  let refuses = false
  let outdated = false

  const end = (code: number) => sockets.forEach((socket) => void socket.close({ code }))

  await page.route(FALLBACKS, (route) => (isCut ? route.abort() : answers.pass(() => void route.continue())))
  await page.routeWebSocket(/\/socket$/, (socket) => {
    if (isCut) return void socket.close({ code: RESTART })
    sockets.add(socket)
    const server = socket.connectToServer()
    socket.onMessage((message) =>
      sendings.pass(() => {
        const frame = frameOf(message)
        if (refuses && frame.type === 'command') socket.send(JSON.stringify(failureOf(frame)))
        else server.send(outdated && frame.type === 'hello' ? JSON.stringify({ ...frame, version: 0 }) : message)
      }),
    )
    server.onMessage((message) => answers.pass(() => socket.send(message)))
    return undefined
  })

  return {
    holdAnswers: answers.close,
    holdSendings: sendings.close,
    release: () => {
      refuses = false
      sendings.open()
      answers.open()
    },
    cut: () => {
      isCut = true
      end(RESTART)
    },
    refuse: () => {
      refuses = true
    },
    outdate: () => {
      outdated = true
      end(RESTART)
    },
    end,
  }
}

type Frame = { type: string; id?: string }

const frameOf = (message: Message): Frame => JSON.parse(String(message)) as Frame // as the client wrote it

const failureOf = ({ id = newId() }: Frame) => ({ type: 'reply', id, outcome: { ok: false, refused: 'error' } })

function openValve() {
  let isOpen = true
  let waiting: (() => void)[] = []
  return {
    pass: (flow: () => void) => (isOpen ? flow() : void waiting.push(flow)),
    close: () => {
      isOpen = false
    },
    open: () => {
      isOpen = true
      for (const flow of waiting) flow()
      waiting = []
    },
  }
}
