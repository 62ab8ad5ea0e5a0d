import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askLocally, listenLocally } from './local-socket.ts'

let folder: string
let path: string
const faults: unknown[] = []
const onFault = (error: unknown) => void faults.push(error)

beforeEach(() => {
  folder = mkdtempSync(join(import.meta.dirname, '../../../../../node_modules/.portico-'))
  path = join(folder, 'portico.sock')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(faults.splice(0)).toEqual([])
})

/** What comes back for a line as it is, until the other side ends. */
const saying = (line: string) =>
  new Promise<string>((resolve) => {
    const socket = createConnection(path, () => socket.write(line))
    let heard = ''
    socket.on('data', (data: Buffer) => (heard += data.toString()))
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })

test('[ST45] what the server answers reaches whoever asked, by a socket that its user alone may open', async () => {
  writeFileSync(path, 'left by one that was killed', { mode: 0o666 })
  const close = await listenLocally({ path, answer: async (question) => ({ heard: question }), onFault })
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  expect(await askLocally(path, { ask: 'é' })).toEqual({ answer: { heard: { ask: 'é' } } })
  close()
  expect(await askLocally(path, { ask: 'again' })).toBeUndefined()
})

test('[ST45] a server of another version, or none that answers, is one clear line', async () => {
  const other = createServer((socket) => socket.resume().end('{"version":99,"state":"other-version"}\n'))
  await new Promise<void>((resolve) => other.listen(path, resolve))
  await expect(askLocally(path, {})).rejects.toThrow('the server that runs is of another version than this command')
  await new Promise((resolve) => other.close(resolve))
  const mute = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => mute.listen(path, resolve))
  await expect(askLocally(path, {})).rejects.toThrow('gave no answer')
  await new Promise((resolve) => mute.close(resolve))
})

test('[ST45] what is no question of this version is not answered, and what is too long is not read', async () => {
  const close = await listenLocally({ path, answer: async () => ({}), onFault })
  expect(await saying('{"version":1}\n')).toContain('"state":"answered"')
  expect(await saying('{"version":2}\n')).toContain('"state":"other-version"')
  expect(await saying('no JSON\n')).toContain('"state":"other-version"')
  expect(await saying('x'.repeat(100_000))).toBe('')
  close()
})

test('[ST45] a failure is told to the log of the server, and whoever asked is sent there', async () => {
  const fail = async () => {
    throw new Error('the disk is full')
  }
  const close = await listenLocally({ path, answer: fail, onFault })
  await expect(askLocally(path, {})).rejects.toThrow('look at its log')
  expect(faults.splice(0)).toHaveLength(1)
  close()
})
