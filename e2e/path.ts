import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The way from a browser to the server: it can be cut, held up, or closed to some requests. */
export type Path = {
  url: string
  /** What has been asked of the server, such as `GET /portico.js`; not what a browser had kept. */
  asked: () => readonly string[]
  cut: () => void
  mend: () => void
  /** What the server says is kept back; what is said to it goes through. */
  hold: () => void
  release: () => void
  /** Requests to these end without an answer, as behind some proxies. */
  block: (...paths: string[]) => void
  close: () => void
}

const REQUEST = /^([A-Z]+ \/[^ ?]*)\S* HTTP\/1\.1\r\n/

export async function openPath(to: string): Promise<Path> {
  const port = Number(new URL(to).port)
  const pairs = new Set<{ near: Socket; far: Socket }>()
  const asked: string[] = []
  let blocked: readonly string[] = []
  let isCut = false
  let isHeld = false

  const server = createServer((near) => {
    near.on('error', () => {})
    if (isCut) return near.destroy()
    const far = connect(port, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    near.on('data', (chunk) => {
      const request = REQUEST.exec(chunk.toString('latin1'))?.[1]
      if (request) asked.push(request)
      if (request && blocked.some((path) => request.endsWith(` ${path}`))) near.destroy()
      else far.write(chunk)
    })
    far.on('data', (chunk) => near.write(chunk))
    far.on('error', () => near.destroy())
    far.on('close', () => near.end())
    near.on('close', () => {
      pairs.delete(pair)
      far.destroy()
    })
    if (isHeld) far.pause()
    return undefined
  })
  const end = () => {
    for (const { near } of pairs) near.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`, // it listens on a port
    asked: () => asked,
    cut: () => {
      isCut = true
      end()
    },
    mend: () => {
      isCut = false
    },
    hold: () => {
      isHeld = true
      for (const { far } of pairs) far.pause()
    },
    release: () => {
      isHeld = false
      for (const { far } of pairs) far.resume()
    },
    block: (...paths) => {
      blocked = paths
      end()
    },
    close: () => {
      end()
      server.close()
    },
  }
}
