import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody's web shop, on another site than the chat: two plain pages with the snippet on them. */
export type Shop = { url: string; close: () => void }

const plain = (title: string): string => `<main><h1>${title}</h1><p><a href="/">Bowls</a> <a href="/care">Care</a></p>
  <button id="mine">Add to basket</button></main>`

export async function openShop(
  chat: string,
  { attributes = '', head = '', lang = 'en', channel = 'main', body = plain } = {},
): Promise<Shop> {
  const server = createServer((request, response) => {
    const title = request.url === '/care' ? 'Care' : 'Bowls'
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width"><title>${title} · Barro e Sal</title>${head}</head>
      <body>${body(title)}
      <script async src="${chat}/portico.js" data-channel="${channel}" ${attributes}></script></body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
