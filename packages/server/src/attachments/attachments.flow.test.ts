// Files on their way up: who may, how many, what becomes of what breaks off, and where they are found afterwards.
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { AttachmentView } from '@portico/protocol/attachments'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { FILE_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Caller, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, watchLimits, type Site } from '@portico/testkit/site'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { INCOMING_STALL_MS } from '../platform/blobs/incoming.ts'
import { UNSENT_MS, UNSENT_PER_PERSON } from './attachment.ts'
import { ADDRESS_MS } from './file-address.ts'
import { SWEEP_MS } from './sweep.ts'

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
  })
  afterAll(() => closeSound(site))

  test('[AT1] a file that a visitor sends up comes back from its address as it was, and to nobody else', async () => {
    const { vera, path } = await chat()
    const menu = Buffer.from('Soup of the day: caldo verde 🥬')
    const { id, url, ...file } = await sent(vera, `${path}?name=${encodeURIComponent('menu – São.txt')}`, menu)
    expect(file).toEqual({ name: 'menu – São.txt', type: 'text/plain', bytes: menu.length, size: null })
    const answer = await fetch(site.url + url)
    expect([answer.status, await answer.text()]).toEqual([200, menu.toString()])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-length': String(menu.length),
      'content-disposition': `attachment; filename="menu _ S_o.txt"; filename*=UTF-8''menu%20%E2%80%93%20S%C3%A3o.txt`,
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    const other = await sent(vera, `${path}?name=b.txt`, menu)
    const statusOf = async (address: string) => (await fetch(site.url + address)).status
    expect(await statusOf(url.replace(id, other.id))).toBe(404)
    expect(await statusOf(url.replace(/until=\d+/, 'until=99999999999999'))).toBe(404)
    expect(await statusOf(url.replace(/signature=.*/, `signature=${'A'.repeat(43)}`))).toBe(404)
    expect(await statusOf(`/files/${id}`)).toBe(400)
    await site.clock.move(ADDRESS_MS)
    expect(await statusOf(url)).toBe(404)
  })

  test('[AT2][AT3] an operator’s picture is drawn anew and shown; what is not taken is said so, whatever it is called', async () => {
    const { conversation } = await chat()
    const path = `/api/conversations/${conversation}/files`
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a3b26' } })
    const photo = await picture
      .withExif({ IFD0: { Copyright: 'Ann' } })
      .jpeg()
      .toBuffer()
    const { url, size, type } = await sent(cast.ann, `${path}?name=photo.exe`, photo)
    expect([type, size]).toEqual(['image/jpeg', { width: 60, height: 40 }])
    const answer = await fetch(site.url + url)
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="photo.jpeg"')
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain('Ann')
    for (const content of ['MZ\x90\0\x03', '\x7fELF\x02\0', '\x89PNG\r\n\x1a\nbroken', ''])
      expect(await refusal(cast.ann, `${path}?name=photo.jpg`, Buffer.from(content, 'latin1'))).toEqual([415, 'file-type'])
    expect(kept().incoming).toEqual([])
  })

  test('[AT6] what is too large is turned away before it comes, or where it does not say so, as soon as it is', async () => {
    const { vera, path } = await chat()
    const before = kept()
    const reached = await watchLimits(site)
    const status = await upload({ path, caller: vera, declared: FILE_BYTES_MAX + 1, write: (piece) => piece(Buffer.from('x')) })
    expect(status).toBe(413)
    const pieces = Array.from({ length: FILE_BYTES_MAX / 65_536 + 1 }, () => Buffer.alloc(65_536, 'x'))
    // Who still writes may be cut off before he reads why.
    expect([413, 'cut off']).toContain(
      await upload({ path, caller: vera, write: (piece) => pieces.forEach((each) => piece(each)), ends: true }),
    )
    await eventually(async () => expect(await reached('file-bytes')).toBe(2))
    await eventually(() => expect(kept()).toEqual(before))
  })

  test('[AT7] of what breaks off, or never goes on, nothing stays', async () => {
    const { vera, path } = await chat()
    const [before, rowsBefore] = [kept(), await rows()]
    const gone = upload({ path, caller: vera, declared: 1000, write: (piece, leave) => (piece(Buffer.from('half')), leave()) })
    expect(await gone).toBe('cut off')
    const silent = upload({ path, caller: vera, declared: 1000, write: (piece) => piece(Buffer.from('half')) })
    await eventually(() => expect(kept().incoming).toHaveLength(1))
    // Its wait begins anew with the piece that has come, a moment after the file is there.
    await eventually(async () => {
      await site.clock.move(INCOMING_STALL_MS)
      expect(kept()).toEqual(before)
    })
    expect(await silent).toBe('cut off')
    expect(await rows()).toBe(rowsBefore)
  })

  test('[AT8] one person has so many on their way at once, and so many that no message carries', async () => {
    const { vera, path } = await chat()
    const reached = await watchLimits(site)
    const leaving: (() => void)[] = []
    const open = () =>
      upload({ path, caller: vera, declared: 10, write: (piece, leave) => (piece(Buffer.from('x')), leaving.push(leave)) })
    const waiting = [open(), open(), open()]
    await eventually(() => expect(kept().incoming).toHaveLength(3))
    expect(await refusal(vera, `${path}?name=a.txt`, Buffer.from('a'))).toEqual([429, 'retry'])
    expect(await reached('uploads-at-once')).toBe(1)
    for (const leave of leaving) leave()
    await Promise.all(waiting)
    await eventually(() => expect(kept().incoming).toHaveLength(0))
    for (let i = 0; i < UNSENT_PER_PERSON; i++) {
      await site.clock.move(10_000)
      await sent(vera, `${path}?name=a.txt`, Buffer.from('a'))
    }
    await site.clock.move(60_000)
    expect(await refusal(vera, `${path}?name=a.txt`, Buffer.from('a'))).toEqual([429, 'retry'])
    expect(await reached('unsent-files')).toBe(1)
    const other = await chat()
    await sent(other.vera, `${other.path}?name=a.txt`, Buffer.from('a'))
    expect((await refusal(other.vera, `${path}?name=a.txt`, Buffer.from('a')))[0]).toBe(404)
  })

  test('[AT8] so often a minute, by each', async () => {
    const { vera, path } = await chat()
    const reached = await watchLimits(site)
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await refusal(vera, `${path}?name=a.exe`, Buffer.from('\0')))[0])
    expect(statuses).toEqual([...Array<number>(20).fill(415), 429])
    expect(await reached('uploads')).toBe(1)
  })

  test('[AT2] a chat that has ended takes no more', async () => {
    const { vera, conversation, path } = await chat()
    await cast.run({ type: 'conversation.close', conversation }, vera.actor)
    expect(await refusal(vera, `${path}?name=a.txt`, Buffer.from('a'))).toEqual([409, 'closed'])
  })

  test('[AT9] what no message carries within an hour is given up, row and blob', async () => {
    const { vera, path } = await chat()
    await sent(vera, `${path}?name=a.txt`, Buffer.from('a'))
    expect(kept().blobs.length).toBeGreaterThan(0)
    await site.clock.move(UNSENT_MS)
    expect(kept().blobs.length).toBeGreaterThan(0)
    await eventually(async () => {
      await site.clock.move(SWEEP_MS)
      expect([kept().blobs, await rows()]).toEqual([[], 0])
    })
  })

  async function chat(): Promise<{ vera: VisitorCaller; conversation: ConversationId; path: string }> {
    const vera = await cast.newVisitor()
    const conversation = newId<ConversationId>()
    const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
    await cast.run({ type: 'conversation.open', ...opening }, vera.actor)
    return { vera, conversation, path: `/api/chats/${conversation}/files` }
  }

  const put = ({ headers }: Caller, path: string, body: Buffer) =>
    fetch(site.url + path, { method: 'POST', headers, body: new Uint8Array(body) })
  async function sent(caller: Caller, path: string, body: Buffer): Promise<AttachmentView> {
    const answer = await put(caller, path, body)
    expect([answer.status, await answer.clone().text()]).toEqual([200, expect.anything()])
    return (await answer.json()) as AttachmentView // the route's answer
  }
  async function refusal(caller: Caller, path: string, body: Buffer): Promise<[number, string]> {
    const answer = await put(caller, path, body)
    return [answer.status, ((await answer.json()) as { refused: string }).refused] // as above
  }

  type Upload = {
    path: string
    caller: Caller
    declared?: number
    ends?: boolean
    write: (piece: (bytes: Buffer) => void, leave: () => void) => unknown
  }
  /** By hand: it may say another length, stop, or go. */
  function upload({ path, caller, declared, ends = false, write }: Upload): Promise<number | 'cut off'> {
    const length = declared === undefined ? {} : { 'content-length': declared }
    const asked = request(`${site.url}${path}?name=a.txt`, { method: 'POST', headers: { ...caller.headers, ...length } })
    return new Promise((resolve) => {
      asked.on('error', () => resolve('cut off'))
      asked.on('close', () => resolve('cut off'))
      asked.on('response', (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      write(
        (bytes) => asked.write(bytes),
        () => asked.destroy(),
      )
      if (ends) asked.end()
    })
  }

  function kept(): { blobs: string[]; incoming: string[] } {
    const folder = site.database.environment['PORTICO_DATA'] ?? ''
    const list = (name: string) => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    const blobs = readdirSync(folder).includes('blobs') ? list('blobs').filter((path) => path.includes('/')) : []
    return { blobs, incoming: list('incoming') }
  }
  const rows = async () => (await site.server.store.reads.selectFrom('attachment').select('id').execute()).length
})
