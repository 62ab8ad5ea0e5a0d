// Who may send which command. Every command of every capability has its rows here; one without fails the test.
import { createHash } from 'node:crypto'
import { command as publicCommand } from '@portico/protocol'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import { openCast, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { openRawSocket, visitorHello, operatorHello } from '@portico/testkit/raw-socket'
import { openSite, post, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capabilities } from './capabilities.ts'
import { system } from './platform/actor.ts'
import { must } from './platform/must.ts'
import { rowsOf } from './testing-table.ts'
import { testingCommands, type Scene } from './testing-commands.ts'

// Victor's is the conversation, Stella is another visitor, Ann a member of its channel, Olaf of another, Ada administers and
// Root owns the place without being members, Rick was sent away. The server is what reactions and routes act as.
const PUBLIC = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
session.revoke of one's own           out    none   none   ok    ok    ok    ok    out   none
session.revoke of another's           out    none   none   none  none  none  none  out   none
session.revoke-others                 out    no     no     ok    ok    ok    ok    out   no
operator.rename                       out    no     no     ok    ok    ok    ok    out   no
operator.change-role of an operator   out    no     no     no    no    no    ok    out   no
operator.change-role of the owner     out    no     no     no    no    no    last  out   no
invitation.cancel                     out    no     no     no    no    ok    ok    out   no
second-factor.demand                  out    no     no     no    no    no    ok    out   no
operator.revoke of an operator        out    none   none   no    no    ok    ok    out   none
operator.revoke of an administrator   out    none   none   no    no    ok    ok    out   none
operator.revoke of the owner          out    none   none   no    no    no    no    out   none
operator.revoke of oneself            out    none   none   no    no    no    no    out   none
site.rename                           out    no     no     no    no    ok    ok    out   ok
channel.create                        out    no     no     no    no    ok    ok    out   no
channel.configure                     out    no     no     no    no    ok    ok    out   no
channel.join of another               out    no     no     no    no    ok    ok    out   no
channel.join of oneself               out    no     no     no    no    ok    ok    out   no
channel.leave of another              out    no     no     no    no    ok    ok    out   no
channel.leave of oneself              out    no     no     ok    ok    ok    ok    out   no
availability.set                      out    no     no     ok    ok    ok    ok    out   no
conversation.open                     out    ok     ok     no    no    no    no    out   no
conversation.open under another's id  out    none   none   no    no    no    no    out   no
message.send                          out    ok     none   ok    none  none  none  out   no
note.write                            out    no     none   ok    none  none  none  out   no
conversation.accept                   out    no     none   ok    none  none  none  out   no
conversation.close                    out    ok     none   ok    none  none  none  out   ok
read.mark                             out    ok     none   ok    none  none  none  out   no
read.mark of a note                   out    none   none   ok    none  none  none  out   no
`)
const INTERNAL = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
setup.offer                           no     no     no    no    no    no    no    had
owner.create                          no     no     no    no    no    no    no    none
operator.invite                       no     no     no    no    ok    ok    no    no
operator.join                         no     no     no    no    no    no    no    ok
session.start                         no     no     no    no    no    no    no    ok
try.take                              no     no     no    no    no    no    no    ok
try.give-back                         no     no     no    no    no    no    no    ok
try.forget                            no     no     no    no    no    no    no    ok
password.change                       no     no     ok    ok    ok    ok    no    no
email.change                          no     no     ok    ok    ok    ok    no    no
reset.offer of an operator            none   none   no    no    ok    ok    no    none
reset.offer of the owner              none   none   no    no    no    no    no    none
reset.offer of oneself                none   none   no    no    no    no    no    none
reset.use                             no     no     no    no    no    no    no    ok
second-factor.begin                   no     no     no    no    no    no    no    ok
second-factor.confirm                 no     no     no    no    no    no    no    none
second-factor.remove                  no     no     none  none  none  none  no    no
recovery-codes.renew                  no     no     lack  lack  lack  lack  no    no
visitor.recognise                     no     no     no    no    no    no    no    ok
proof.refuse                          no     no     no    no    no    no    no    ok
wait.note                             no     no     no    no    no    no    no    ok
channel.paint                         no     no     no    no    no    no    no    ok
channel.enroll                        no     no     no    no    no    no    no    ok
operator.appear                       no     no     no    no    no    no    no    ok
operator.vanish                       no     no     no    no    no    no    no    ok
lease.renew                           no     no     no    no    no    no    no    ok
lobby.refresh                         no     no     no    no    no    no    no    ok
conversation.bear-with-us             no     no     no    no    no    no    no    ok
conversation.release                  no     no     no    no    no    no    no    ok
`)
const SAYS: Record<string, string> = {
  forbidden: 'no',
  'not-found': 'none',
  exists: 'had',
  'last-owner': 'last',
  'second-factor': 'lack',
  'not-signed-in': 'out',
}

test('[AU1] every command has its rows', () => {
  const commands = capabilities.flatMap((capability) => Object.keys(capability.commands))
  const described = [...PUBLIC, ...INTERNAL].map(({ label }) => label.split(' ')[0])
  expect(commands.length).toBeGreaterThan(20)
  expect(new Set(described)).toEqual(new Set(commands))
})

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let commands: ReturnType<typeof testingCommands>
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    commands = testingCommands(site, cast)
  })
  afterAll(() => site.close())

  test.for(PUBLIC)('[AU2][H2] $label: only those who may', async ({ label, cells }) => {
    const heard = Object.keys(cells).map(async (name) => {
      const scene = await stage(name)
      const command = await must(commands[label])(scene)
      expect(s.safeParse(publicCommand, command).success).toBe(true)
      return [name, name === 'server' ? said(await cast.run(command, system('testkit'))) : await overTheWire(scene, command)]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test.for(INTERNAL)('[AU3] $label: the server alone, or a route for somebody who may', async ({ label, cells }) => {
    const heard = Object.keys(cells).map(async (name) => {
      const scene = await stage(name)
      return [name, said(await cast.run(await must(commands[label])(scene), scene.caller?.actor ?? system('testkit')))]
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
        const sent = { id: newId(site.clock.now()), command: await must(commands[label])(scene) }
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
    return { name, caller, victor, operator: operator?.id ?? ann.id }
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
