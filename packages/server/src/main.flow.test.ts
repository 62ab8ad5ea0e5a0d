// What the person who starts it sees.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(import.meta.dirname, '../../../node_modules/.portico-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('[ST1] on first start it prints the address and a one-time link for the owner, and Ctrl-C stops it cleanly', async () => {
  const { code, out } = await run({ PORTICO_DATA: join(folder, 'first'), PORT: '0' }, 'SIGINT')
  expect(out).toMatch(
    /^Portico listens at http:\/\/localhost:\d+\nMake the owner's account: http:\/\/localhost:\d+\/setup#token=[\w-]{43}\n$/,
  )
  expect(code).toBe(0)
})

test('[WR95] with PORTICO_URL the link for the owner begins with it', async () => {
  const env = { PORTICO_DATA: join(folder, 'public'), PORT: '0', PORTICO_URL: 'https://Chat.example.org/' }
  const { out } = await run(env, 'SIGINT')
  expect(out).toMatch(
    /^Portico listens at http:\/\/localhost:\d+, for https:\/\/chat\.example\.org\nMake the owner's account: https:\/\/chat\.example\.org\/setup#token=/,
  )
})

test('[WR95] PORTICO_URL may lie below a path, and so do the links', async () => {
  const env = { PORTICO_DATA: join(folder, 'below'), PORT: '0', PORTICO_URL: 'https://Example.org/chat/' }
  const { out } = await run(env, 'SIGINT')
  expect(out).toContain("Make the owner's account: https://example.org/chat/setup#token=")
})

test('[ST2] an unknown setting is named, with all other faults, and nothing starts', async () => {
  const { code, error } = await run({ PORTICO_DATE: 'x', PORT: 'eighty', PORTICO_LOG: 'loud', PORTICO_URL: 'https://a/b?c' })
  expect(error).toContain('PORTICO_DATE is not a setting of Portico')
  expect(error).toContain('PORT is eighty, expected a number from 0 to 65535')
  expect(error).toContain('PORTICO_LOG is loud')
  expect(error).toContain('PORTICO_URL is https://a/b?c, expected an address such as')
  expect(code).toBe(1)
})

test('[ST3] a port in use is one clear line', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '0.0.0.0', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const { code, error } = await run({ PORTICO_DATA: join(folder, 'port'), PORT: String(port) })
  other.close()
  expect(error).toBe(`Portico did not start: port ${port} is in use by another program; set PORT to a free one\n`)
  expect(code).toBe(1)
})

test('[ST4] a data folder that cannot be written is one clear line', async () => {
  writeFileSync(join(folder, 'file'), '')
  const { code, error } = await run({ PORTICO_DATA: join(folder, 'file', 'data'), PORT: '0' })
  expect(error).toMatch(/^Portico did not start: the data folder cannot be written \(.*\); set PORTICO_DATA to one that can\n$/)
  expect(code).toBe(1)
})

test('[ST5][H9] a database of a newer version is left alone, and the line says what to do', async () => {
  const data = join(folder, 'newer')
  await run({ PORTICO_DATA: data, PORT: '0' }, 'SIGTERM')
  const database = new DatabaseSync(join(data, 'portico.db'))
  database.exec(`insert into migration (name, at) values ('2099-01-01-surveys', 0)`)
  database.close()
  const { code, error } = await run({ PORTICO_DATA: data, PORT: '0' })
  expect(error).toContain(
    'Portico did not start: the database was written by a newer version of Portico (it has 2099-01-01-surveys)',
  )
  expect(code).toBe(1)
})

test('[SE10] each row of the log of security is a line on standard error, at every level but silent', async () => {
  const lines: Record<string, number> = {}
  for (const level of ['warn', 'error', 'silent']) {
    const env = { PORTICO_DATA: join(folder, level), PORT: '0', PORTICO_LOG: level }
    const { error } = await run(env, 'SIGTERM', [], failToSignIn)
    const told = error.split('\n').filter((line) => line.includes('"log":"security"'))
    lines[level] = told.length
    for (const line of told) {
      expect(JSON.parse(line)).toMatchObject({
        level: 30,
        kind: 'sign-in-failed',
        detail: 'password',
        address: '127.0.0.1',
        count: 1,
      })
      expect(line).not.toContain('typed')
    }
  }
  expect(lines).toEqual({ warn: 1, error: 1, silent: 0 })
})

async function failToSignIn(out: string): Promise<void> {
  const [url = ''] = /http:\/\/localhost:\d+/.exec(out) ?? []
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ email: 'typed@example.org', password: 'typed' })
  expect((await fetch(`${url}/api/session`, { method: 'POST', headers, body })).status).toBe(401)
}

test('[ST6] --help names every setting and starts nothing', async () => {
  const { code, out } = await run({}, undefined, ['--help'])
  expect(out).toContain('PORTICO_TRUSTED_PROXIES')
  expect(code).toBe(0)
})

test('[ST7] a data folder belongs to one process: the next is told who has it, and kill -9 leaves nothing behind', async () => {
  const data = join(folder, 'taken')
  const first = spawnServer({ PORTICO_DATA: data, PORT: '0' })
  await first.listens
  const { code, error } = await run({ PORTICO_DATA: data, PORT: '0' })
  expect(error).toBe(
    `Portico did not start: the data folder ${data} is in use by another Portico (process ${first.child.pid} on ${hostname()}); stop that one, or set PORTICO_DATA to another folder\n`,
  )
  expect(code).toBe(1)
  first.child.kill('SIGKILL')
  await first.ended
  expect((await run({ PORTICO_DATA: data, PORT: '0' }, 'SIGTERM')).out).toContain('Portico listens')
})

test.skipIf(!process.getuid)(
  '[ST8] nobody else on the machine reads the data folder: made so, and mended where it was not',
  async () => {
    const data = join(folder, 'private')
    await run({ PORTICO_DATA: data, PORT: '0' }, 'SIGTERM')
    const files = () => readdirSync(data).map((name) => join(data, name))
    const modes = () => [data, ...files()].map((path) => (statSync(path).mode & 0o777).toString(8))
    expect(files().length).toBeGreaterThan(2)
    expect(new Set(modes())).toEqual(new Set(['700', '600']))

    chmodSync(data, 0o755)
    for (const file of files()) chmodSync(file, 0o644)
    const { error } = await run({ PORTICO_DATA: data, PORT: '0' }, 'SIGTERM')
    expect(error).toContain(`"path":"${data}","msg":"others on this machine could read it: it has been closed to them"`)
    expect(error).toContain(`"path":"${join(data, 'portico.db')}"`)
    expect(new Set(modes())).toEqual(new Set(['700', '600']))
  },
)

type Ended = { code: number | null; out: string; error: string }

/** Runs it to its end; `stop` is sent as soon as it listens, and something else was done meanwhile. */
async function run(
  env: Record<string, string>,
  stop?: NodeJS.Signals,
  args: string[] = [],
  meanwhile?: (out: string) => Promise<void>,
): Promise<Ended> {
  const { child, listens, ended } = spawnServer(env, args)
  if (stop) void listens.then(meanwhile).finally(() => setImmediate(() => child.kill(stop)))
  return ended
}

function spawnServer(env: Record<string, string>, args: string[] = []) {
  // What the starts before it have compiled it need not compile again.
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH, NODE_COMPILE_CACHE, ...env } })
  const heard = Promise.withResolvers<string>()
  let out = ''
  let error = ''
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString()
    if (out.includes('listens')) heard.resolve(out)
  })
  child.stderr.on('data', (data: Buffer) => (error += data.toString()))
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, error })))
  return { child, listens: heard.promise, ended }
}
