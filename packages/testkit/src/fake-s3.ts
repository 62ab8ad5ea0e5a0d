import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const REGION = 'eu-test-1'
const KEY = 'AKIAPORTICO'
const SECRET = 'a secret of the test'

/** As much of S3 as keeps objects: it looks at each signature, and takes nothing that is not whole. */
type FakeS3 = {
  url: string
  region: string
  key: string
  secret: string
  kept: () => string[]
  /** From then on everything is answered so. */
  fail: (status: number) => void
  close: () => Promise<void>
}

export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>()
  let failing: number | undefined
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? ''
      const end = (status: number, answer?: Buffer) => void response.writeHead(status).end(answer)
      if (failing !== undefined) return end(failing)
      if (!isSigned(request)) return end(403)
      if (request.method === 'PUT') {
        if (body) objects.set(path, body)
        return end(body ? 200 : 400)
      }
      if (request.method === 'DELETE') return end(objects.delete(path) ? 204 : 404)
      const found = objects.get(path)
      return found ? end(200, found) : end(404)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/portico`,
    region: REGION,
    key: KEY,
    secret: SECRET,
    kept: () => [...objects.keys()].toSorted(),
    fail: (status) => {
      failing = status
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Undefined where the sender has gone before its end. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  } catch {
    return undefined // whatever ended it, it is not whole
  }
  return Buffer.concat(chunks)
}

/** AWS Signature Version 4, as its documentation describes it. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=(\S+?)\/(\d{8})\/(\S+?)\/s3\/aws4_request, SignedHeaders=(\S+), Signature=(\w+)$/
  const [, key, day = '', region, names = '', signature] = pattern.exec(headers.authorization ?? '') ?? []
  if (key !== KEY || region !== REGION) return false
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '')}\n`)
  const asked = [method, url, '', signed.join(''), names, String(headers['x-amz-content-sha256'])].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, createHash('sha256').update(asked).digest('hex')].join(
    '\n',
  )
  const keys = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>((by, part) => mac(by, part), `AWS4${SECRET}`)
  return mac(keys, text).toString('hex') === signature
}

const mac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
