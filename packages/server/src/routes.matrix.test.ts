// Who may ask what over HTTP, and who may connect. Every route of every capability has its row in its matrix.ts; one without fails
// the test.
import { createHash } from 'node:crypto'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { ServerFrame } from '@portico/protocol/session'
import { openCast, type Caller, type Cast, type OperatorCaller, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello } from '@portico/testkit/raw-socket'
import { openSite, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { must } from './platform/must.ts'
import { routesOf } from './platform/registry.ts'
import { allOf, matrices, merged } from './testing-matrix.ts'
import { rowsOf } from './testing-table.ts'

const PLATFORM = rowsOf(`
                                       nobody victor stella ann  olaf ada  root rick sam
GET /metrics                           401    401    401    401  401  401  401  401  401
GET /api/openapi.json                  200    200    200    200  200  200  200  200  200
GET /api/docs                          200    200    200    200  200  200  200  200  200
`)
const ROUTES = [...allOf('routes'), ...PLATFORM]
const addresses = merged('addresses')
const bodies = merged('bodies')
const SIGN_OUT = matrices.flatMap(({ signOut = [] }) => signOut)
const CONNECTIONS = rowsOf(`
                                       nobody victor stella ann  olaf ada  root rick sam
POST /stream                           4401   in     in     in   in   in   in   4405 4403
POST /poll                             4401   in     in     in   in   in   in   4405 4403
WS /socket                             4401   in     in     in   in   in   in   4405 4403
POST /commands                         401    in     in     in   in   in   in   401  401
`)

test('[AU4] every route has its row', async () => {
  const routes = (await routesOf(capabilities)).map(({ method, path }) => `${method} ${path}`)
  expect(routes.length).toBeGreaterThan(10)
  expect(new Set(ROUTES.map(({ label }) => label))).toEqual(new Set([...routes, 'GET /metrics']))
})

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let victor: VisitorCaller
  let stella: VisitorCaller
  let sam: OperatorCaller
  let conversation: ConversationId

  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    victor = await cast.newVisitor()
    stella = await cast.newVisitor()
    sam = await cast.newOperator('Sam', 'operator', [MAIN])
    await cast.run({ type: 'session.revoke', session: sam.session }, sam.actor)
    conversation = newId<ConversationId>()
    const line = newId<LineId>()
    await cast.run(
      { type: 'conversation.open', conversation, channel: MAIN, line, text: 'secret-au4', introduction: {} },
      victor.actor,
    )
  })
  afterAll(() => site.close())

  test.for(ROUTES)('[AU4][H2] $label: only those who may', async ({ label, cells }) => {
    const statuses = Object.keys(cells).map(async (name) => {
      const response = await ask(label, {
        ...(await callerFor(label, name))?.headers,
        'x-forwarded-for': addressLike(label + name),
      })
      const text = await response.text()
      if (response.status !== 200) expect(JSON.parse(text)).toMatchObject({ refused: expect.any(String) })
      return [name, String(response.status)]
    })
    expect(Object.fromEntries(await Promise.all(statuses))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test.for(CONNECTIONS)('[AU4] $label: only those who are somebody', async ({ label, cells }) => {
    const heard = Object.keys(cells).map(async (name) => [name, await connect(label, callers()[name])])
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test('[AU5] lists hold what the asker is a member of, and nothing else', async () => {
    await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
    const listed = async (caller: Caller, list: string) =>
      (await fetch(`${site.url}/api/conversations?list=${list}`, { headers: caller.headers })).text()
    expect(await listed(cast.ann, 'mine')).toContain('secret-au4')
    expect(await listed(cast.bob, 'team')).toContain('secret-au4')
    for (const outsider of [cast.olaf, cast.ada, cast.root]) {
      for (const list of ['mine', 'team', 'closed']) expect(await listed(outsider, list)).not.toContain('secret-au4')
    }
    await cast.run({ type: 'conversation.close', conversation }, cast.ann.actor)
    expect(await listed(cast.bob, 'closed')).toContain('secret-au4')
    for (const outsider of [cast.olaf, cast.ada, cast.root]) expect(await listed(outsider, 'closed')).not.toContain('secret-au4')
  })

  const callers = (): Record<string, Caller | undefined> => {
    const { ann, olaf, ada, root, rick } = cast
    return { victor, stella, ann, olaf, ada, root, rick, sam }
  }
  // Signing out ends the session it comes with: later rows need theirs.
  async function callerFor(label: string, name: string): Promise<Caller | undefined> {
    const caller = callers()[name]
    const signsOut = SIGN_OUT.includes(label) && caller && 'session' in caller && name !== 'rick' && name !== 'sam'
    return signsOut ? cast.newSession((caller as OperatorCaller).id) : caller // with a session it is an operator
  }

  function ask(label: string, headers: Record<string, string>): Promise<Response> {
    const [method = '', path = ''] = label.split(' ')
    const address = addresses[label]?.({ cast, victor, conversation }) ?? path
    const body = bodies[label]?.asks ?? bodies[label]?.fits
    return fetch(`${site.url}${address}`, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  async function connect(label: string, caller: Caller | undefined): Promise<string> {
    const headers = { ...caller?.headers, 'content-type': 'application/json' }
    const hello = caller?.as.kind === 'visitor' ? visitorHello(caller.as.token) : operatorHello()
    switch (label) {
      case 'WS /socket': {
        const socket = await openRawSocket(site.url, { headers })
        socket.say(hello)
        const outcome = await Promise.race([socket.hears('welcome'), socket.ended])
        socket.leave()
        return 'code' in outcome ? String(outcome.code) : 'in'
      }
      case 'POST /stream': {
        const leaving = new AbortController()
        const body = JSON.stringify(hello)
        const response = await fetch(`${site.url}/stream`, { method: 'POST', headers, body, signal: leaving.signal })
        const outcome = await firstOf(must(response.body))
        leaving.abort()
        return outcome
      }
      case 'POST /poll': {
        const response = await fetch(`${site.url}/poll`, { method: 'POST', headers, body: JSON.stringify(hello) })
        const { frames } = (await response.json()) as { frames: ServerFrame[] } // the route's answer
        return told(frames)
      }
      default: {
        const response = await fetch(`${site.url}/commands`, { method: 'POST', headers, body: '{"commands":[]}' })
        return response.status === 200 ? 'in' : String(response.status)
      }
    }
  }
})

function told(frames: readonly ServerFrame[]): string {
  const [first] = frames
  return first?.type === 'close' ? String(first.code) : first?.type === 'welcome' ? 'in' : 'nothing'
}

async function firstOf(body: ReadableStream<Uint8Array>): Promise<string> {
  let text = ''
  for await (const chunk of body) {
    text += Buffer.from(chunk).toString('utf8')
    const line = text.split('\n').find((each) => each.startsWith('data: ') && each.endsWith('}'))
    if (line) return told([JSON.parse(line.slice(6)) as ServerFrame]) // the server's word
  }
  return 'nothing'
}

const addressLike = (text: string) => `10.${[...createHash('sha256').update(text).digest().subarray(0, 3)].join('.')}`
