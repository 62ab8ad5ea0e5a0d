// What a browser needs to show so many conversations that move: the rows in sight as plain elements, sorted and written once a frame,
// from frames like the server's. No framework, no presence, no rights, no texts.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setInterval } from 'node:timers'
import { WebSocketServer } from 'ws'

export type BareDesk = { url: string; close: () => void }

type Moving = { rows: number; perSecond: number }

export function openBareDesk({ rows, perSecond }: Moving): Promise<BareDesk> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(PAGE)
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  let moved = 0
  const timer = setInterval(() => {
    const n = moved++ % rows
    const frame = JSON.stringify({
      type: 'fleeting',
      topic: 'channel:team-0',
      fleeting: {
        type: 'conversation.stirred',
        conversation: `conversation-${n}`,
        summary: {
          at: Date.now(),
          excerpt: 'Does the blue one come in a larger size?',
          ordinal: moved,
          visitorLines: moved,
          unansweredSince: null,
        },
      },
    })
    for (const socket of sockets.clients) socket.send(frame)
  }, 1000 / perSecond)
  sockets.on('connection', (socket) => {
    const all = Array.from({ length: rows }, (_, n) => ({
      conversation: `conversation-${n}`,
      summary: { at: n, excerpt: 'Hello' },
    }))
    socket.send(JSON.stringify({ type: 'snapshot', rows: all }))
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // it listens on a port
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () => {
          clearInterval(timer)
          for (const socket of sockets.clients) socket.terminate()
          server.close()
        },
      })
    }),
  )
}

const PAGE = `<!doctype html><title>Bare</title><body><main><ul></ul></main><script>
  const SHOWN = 30
  const rows = new Map()
  const list = document.querySelector('ul')
  const items = Array.from({ length: SHOWN }, () => list.appendChild(document.createElement('li')))
  for (const item of items) item.append(document.createElement('b'), document.createElement('p'), document.createElement('time'))
  let drawing = false
  const draw = () => {
    drawing = false
    const now = Date.now()
    const newest = [...rows].sort(([, one], [, other]) => other.at - one.at).slice(0, SHOWN)
    newest.forEach(([id, { at, excerpt }], n) => {
      const [name, words, time] = items[n].children
      write(name, id)
      write(words, excerpt)
      write(time, Math.floor((now - at) / 1000) + ' s')
    })
  }
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text }
  const soon = () => { if (!drawing) requestAnimationFrame(draw); drawing = true }
  setInterval(soon, 1000)
  const socket = new WebSocket(location.href.replace('http', 'ws'))
  socket.onmessage = ({ data }) => {
    const frame = JSON.parse(data)
    for (const { conversation, summary } of frame.rows ?? [frame.fleeting]) rows.set(conversation, summary)
    soon()
  }
</script>`
