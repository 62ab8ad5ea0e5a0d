// docs/examples/client.mjs as a process of its own, against the real server. Ann answers.
import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { openTcpProxy, type TcpProxy } from '@portico/testkit/tcp-proxy'
import { afterAll, beforeAll, expect, test } from 'vitest'

const EXAMPLES = fileURLToPath(new URL('../../../docs/examples/', import.meta.url))
/** Until the server has pinged a socket, and answered a poll. */
const PINGED_MS = 28_000
/** Until it has judged whether a pong came, and ended a stream. */
const JUDGED_MS = 17_000

let folder: string
let client: string
// Somewhere else, where nothing of the project can be imported.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-client-'))
  await cp(EXAMPLES, folder, { recursive: true })
  client = join(folder, 'client.mjs')
})
afterAll(() => rm(folder, { recursive: true }))

onEachDatabase((create) => {
  let site: StaffedSite
  let path: TcpProxy
  const clients: ChildProcess[] = []

  beforeAll(async () => {
    site = await openStaffedSite(await create())
    path = await openTcpProxy({ host: '127.0.0.1', port: Number(new URL(site.url).port) })
  })
  afterAll(async () => {
    for (const each of clients) each.kill()
    path.close()
    await closeSound(site)
  })

  test.for(['socket', 'stream', 'poll'])(
    '[PV2] a client written from the document alone holds a conversation over the %s, a lost connection in its midst',
    async (over) => {
      const vera = startClient(over)
      await vera.prints('* online')
      vera.types(`over the ${over}`)
      await vera.prints(`> over the ${over}`)
      const conversation = await accepted(`over the ${over}`)
      await site.clock.move(PINGED_MS)
      await site.ann.say(conversation, 'Hello')
      // What she says after a ping comes after its pong.
      await read(conversation, 'Hello')
      await site.clock.move(JUDGED_MS)
      await site.ann.say(conversation, 'Are you there?')
      await vera.prints('Ann: Are you there?')
      expect(vera.printed()).not.toContain('* lost')

      path.cut()
      await vera.prints('* lost')
      vera.types('said without a connection')
      await site.ann.say(conversation, 'While you were away')
      path.restore()
      await vera.prints('> said without a connection')
      await vera.prints('Ann: While you were away')
      expect(vera.printed().split('* lost').at(-1)).not.toContain(`snapshot of chat:${conversation}`)
      expect(vera.printed().match(/^Ann: /gm)).toHaveLength(3)

      await read(conversation, 'While you were away')
      vera.types('/close')
      expect(await vera.ended).toBe(0)
      await present(() => site.ann.live.view(`conversation:${conversation}`)?.phase.state === 'closed')
      expect(textsOf(conversation)).toEqual([
        `over the ${over}`,
        'Hello',
        'Are you there?',
        'While you were away',
        'said without a connection',
      ])
      await site.verify()
    },
  )

  async function accepted(excerpt: string): Promise<ConversationId> {
    const row = await present(() =>
      site.ann.live.view(`channel:${MAIN}`)?.rows.find(({ summary }) => summary.excerpt === excerpt),
    )
    site.ann.live.watch(`conversation:${row.id}`)
    expect(await site.ann.send({ type: 'conversation.accept', conversation: row.id })).toEqual({ ok: true })
    return row.id
  }

  const linesOf = (conversation: ConversationId) => site.ann.live.view(`conversation:${conversation}`)?.lines ?? []
  const textsOf = (conversation: ConversationId) =>
    linesOf(conversation).flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []))

  /** Waits until Ann sees that this has been read. */
  async function read(conversation: ConversationId, text: string): Promise<void> {
    const isIt = ({ body }: ConversationLine) => body.kind === 'message' && body.text === text
    const { ordinal } = await present(() => linesOf(conversation).find(isIt))
    await present(() => site.ann.live.view(`conversation:${conversation}`)?.visitorRead === ordinal)
  }

  function startClient(over: string) {
    const args = [client, '--over', over, '--name', 'Vera', `http://127.0.0.1:${path.port}`]
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    clients.push(child)
    let text = ''
    child.stdout.on('data', (data: Buffer) => (text += data.toString('utf8')))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    return {
      ended,
      types: (line: string) => child.stdin.write(`${line}\n`),
      printed: () => text,
      prints: (line: string) => present(() => `\n${text}`.includes(`\n${line}`)),
    }
  }
})

test('[PV2] the client says how it is called', async () => {
  const child = spawn(process.execPath, [client, '--help'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (data: Buffer) => (text += data.toString('utf8')))
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  expect(text).toContain('--over socket|stream|poll')
})
