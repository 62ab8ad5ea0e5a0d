// Who may send which command. Every command of every capability has its rows in its matrix.ts; one without fails the test.
import { createHash } from 'node:crypto'
import { command as publicCommand } from '@portico/protocol'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import { openCast, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { openRawSocket, visitorHello, operatorHello } from '@portico/testkit/raw-socket'
import { openSite, post, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { system } from './platform/actor.ts'
import { must } from './platform/must.ts'
import { allOf, matrices, merged, type Scene } from './testing-matrix.ts'

const PUBLIC = allOf('commands')
const INTERNAL = allOf('internal')
const scenes = merged('scenes')
const SAYS: Record<string, string> = {
  forbidden: 'no',
  'not-found': 'none',
  exists: 'had',
  'last-owner': 'last',
  'second-factor': 'lack',
  'not-signed-in': 'out',
}

test.for(matrices)('[AU1] every command of $name has its rows', ({ name, commands = [], internal = [] }) => {
  const own = must(capabilities.find((capability) => capability.name === name)).commands
  const described = [...commands, ...internal].map(({ label }) => label.split(' ')[0])
  expect(new Set(described)).toEqual(new Set(Object.keys(own)))
})

test('[AU1] so has every command there is', () => {
  expect(PUBLIC.length + INTERNAL.length).toBeGreaterThan(40)
})

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
  })
  afterAll(() => site.close())

  test.for(PUBLIC)('[AU2][H2] $label: only those who may', async ({ label, cells }) => {
    const heard = Object.keys(cells).map(async (name) => {
      const scene = await stage(name)
      const command = await must(scenes[label])(scene)
      expect(s.safeParse(publicCommand, command).success).toBe(true)
      return [name, name === 'server' ? said(await cast.run(command, system('testkit'))) : await overTheWire(scene, command)]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test.for(INTERNAL)('[AU3] $label: the server alone, or a route for somebody who may', async ({ label, cells }) => {
    const heard = Object.keys(cells).map(async (name) => {
      const scene = await stage(name)
      return [name, said(await cast.run(await must(scenes[label])(scene), scene.caller?.actor ?? system('testkit')))]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test('[AU3] no internal command crosses the wire, whoever sends it', async () => {
    for (const name of ['victor', 'ann', 'ada', 'root']) {
      const scene = await stage(name)
      const { headers, as } = must(scene.caller)
      const socket = await openRawSocket(site.url, { headers })
      socket.say(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
      await socket.hears('welcome')
      for (const [i, { label }] of INTERNAL.entries()) {
        const sent = { id: newId(site.clock.now()), command: await must(scenes[label])(scene) }
        const response = await post(site, '/commands', { commands: [sent] }, headers)
        expect([response.status, await response.json()]).toMatchObject([
          200,
          { replies: [{ outcome: { ok: false, refused: 'invalid' } }] },
        ])
        socket.say({ type: 'command', ...sent })
        expect(await socket.hears('reply', i + 1)).toMatchObject({ id: sent.id, outcome: { ok: false, refused: 'invalid' } })
      }
      socket.leave()
    }
    expect(site.faults).toEqual([])
  })

  async function stage(name: string): Promise<Scene> {
    const victor = await cast.newVisitor()
    const { ann, olaf, ada, root, rick } = cast
    const operators = { ann, olaf, ada, root, rick }
    const operator = operators[name as keyof typeof operators] // undefined for the others
    const caller = operator ?? (name === 'victor' ? victor : name === 'stella' ? await cast.newVisitor() : undefined)
    return { site, cast, name, caller, victor, operator: operator?.id ?? ann.id }
  }

  async function overTheWire({ caller, victor }: Scene, command: object): Promise<string> {
    // Each from an address of his own: nobody here is to wait for a limit.
    const headers = { ...caller?.headers, 'x-forwarded-for': addressLike(victor.id) }
    const response = await post(site, '/commands', { commands: [{ id: newId(site.clock.now()), command }] }, headers)
    const answer = (await response.json()) as { refused?: string; replies?: { outcome: Said }[] } // the route's answer
    return said(answer.replies?.[0]?.outcome ?? { ok: false, refused: must(answer.refused) })
  }
})

type Said = { ok: boolean; refused?: string }
const said = ({ ok, refused = '' }: Said) => (ok ? 'ok' : (SAYS[refused] ?? refused))

const addressLike = (id: string) => `10.${[...createHash('sha256').update(id).digest().subarray(0, 3)].join('.')}`
