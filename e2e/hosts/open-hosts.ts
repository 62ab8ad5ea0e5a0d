import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Host } from './host.ts'

/** The packages of this workspace come before those of all. */
const PACKAGES = ['../node_modules/', '../../node_modules/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))

/** The sites of the gallery, each in a folder of its own; with `?bare` a page is served without the chat. */
export async function openHosts(chat: string, hosts: readonly Host[]): Promise<{ url: string; close: () => void }> {
  const snippet = `<script async src="${chat}/portico.js" data-channel="main"></script>`
  const scripts = Object.assign({}, ...hosts.map((host) => host.scripts)) as NonNullable<Host['scripts']> // of all of them

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://hosts.example')
    const [, name = '', ...rest] = pathname.split('/')
    const answer = async () => {
      if (name === 'lib') {
        response.setHeader('content-type', 'text/javascript; charset=utf-8')
        return scriptOf(rest.join('/'))
      }
      const host = hosts.find((one) => one.name === name)
      if (!host) throw new Error(`there is no host ${name}`)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      for (const [header, value] of Object.entries(host.headers ?? {})) response.setHeader(header, value.replaceAll('CHAT', chat))
      const title = rest[0] === 'care' ? 'Care' : 'Bowls'
      return host.html({ title, snippet: search === '?bare' ? '' : snippet, chat, at: `/${name}` })
    }
    answer().then(
      (text) => response.end(text),
      () => response.writeHead(404).end(),
    )
  })

  async function scriptOf(path: string): Promise<string> {
    const own = scripts[path]
    if (own) return own()
    const file = PACKAGES.map((folder) => folder + path).find(existsSync)
    if (!file) throw new Error(`no package has ${path}`)
    return readFile(file, 'utf8')
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
