// What each level may do in conversations: of one's own channel, of another, that have ended, that nobody has.
import type { ChannelId, ConversationId, LabelId, LineId, OperatorId } from '@portico/protocol/ids'
import { LEVELS } from '@portico/protocol/level-order'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { openCast, type Cast, type OperatorCaller, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello } from '@portico/testkit/raw-socket'
import { openSite, OTHER, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../platform/actor.ts'
import type { AnyCommand } from '../platform/capability.ts'
import { rowsOf } from '../testing-table.ts'

const TABLE = rowsOf(`
                                 nobody  observer  participant  owner   supervisor
message.send                     none    none      ok           ok      ok
note.write                       none    none      ok           ok      ok
conversation.close               none    none      ok           ok      ok
read.mark                        none    none      ok           ok      ok
visitor.edit                     none    none      ok           ok      ok
conversation.accept              none    none      no           ok      ok
conversation.reopen of active    none    none      no           taken   taken
conversation.reopen of closed    none    none      no           ok      ok
conversation.accept of closed    none    none      no           closed  closed
message.send of closed           none    none      closed       closed  closed
message.send of foreign          none    none      none         none    none
conversation.accept foreign      none    none      none         none    none
message.send of unknown          none    none      none         none    none
conversation.accept unknown      none    none      none         none    none
conversation.decline of offered  none    none      ok           ok      ok
conversation.decline             none    none      none         none    none
conversation.decline of closed   none    none      closed       closed  closed
conversation.decline foreign     none    none      none         none    none
conversation.decline unknown     none    none      none         none    none
conversation.move                none    none      ok           ok      ok
conversation.move of closed      none    none      closed       closed  closed
conversation.move foreign        none    none      none         none    none
conversation.move unknown        none    none      none         none    none
conversation.assign              none    none      no           no      ok
conversation.assign of closed    none    none      no           no      closed
conversation.assign foreign      none    none      none         none    none
conversation.assign unknown      none    none      none         none    none
status.set                       none    none      ok           ok      ok
status.set of closed             none    none      closed       closed  closed
status.set foreign               none    none      none         none    none
status.set unknown               none    none      none         none    none
help.join of wanted              ok      ok        ok           ok      ok
help.join                        none    none      closed       closed  closed
help.join of closed              none    none      closed       closed  closed
help.join foreign                none    none      none         none    none
help.join unknown                none    none      none         none    none
conversation.label               none    none      ok           ok      ok
conversation.label of closed     none    none      ok           ok      ok
conversation.label foreign       none    none      none         none    none
conversation.label unknown       none    none      none         none    none
conversation.unlabel             none    none      ok           ok      ok
conversation.unlabel of closed   none    none      ok           ok      ok
conversation.unlabel foreign     none    none      none         none    none
conversation.unlabel unknown     none    none      none         none    none
`)
const ROUTES = rowsOf(`
                                       nobody  observer  participant  owner  supervisor
/api/channels/main/candidates          404     404       200          200    200
/api/channels/other/candidates         404     404       404          404    404
/api/channels/unknown/candidates       404     404       404          404    404
/api/conversations/running/lines       404     404       200          200    200
/api/conversations/closed/lines        404     404       200          200    200
/api/conversations/foreign/lines       404     404       404          404    404
/api/conversations/unknown/lines       404     404       404          404    404
`)
const TOPICS = rowsOf(`
                                       nobody  observer  participant  owner  supervisor
channel:main                           gone    gone      heard        heard  heard
channel:other                          gone    gone      gone         gone   gone
conversation:running                   gone    gone      heard        heard  heard
conversation:closed                    gone    gone      heard        heard  heard
conversation:foreign                   gone    gone      gone         gone   gone
conversation:unknown                   gone    gone      gone         gone   gone
conversation:wanted                    heard   heard     heard        heard  heard
`)
/** These are of requests, all others of conversations that Ann has. */
const WAITING = ['conversation.accept', 'conversation.decline', 'conversation.move', 'conversation.assign']
const NEXT = 'next' as ChannelId // within an id's alphabet
const LABEL = newId<LabelId>()
const SAYS: Record<string, string> = { forbidden: 'no', 'not-found': 'none' }

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  const people: Record<string, OperatorCaller> = {}
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    expect(await cast.run({ type: 'channel.create', channel: NEXT, name: 'Next door' }, cast.root.actor)).toEqual({ ok: true })
    people['nobody'] = await cast.newOperator('Nora', 'operator', [])
    for (const level of LEVELS) {
      const paul = await cast.newOperator(`Paul ${level}`, 'operator', [])
      const to = { kind: 'operator', id: paul.id } as const
      expect(await cast.run({ type: 'channel.grant', channel: MAIN, to, level }, cast.root.actor)).toEqual({ ok: true })
      people[level] = paul
    }
    people['supervisor'] = await cast.newOperator('Susan', 'supervisor', [MAIN])
    for (const { id } of Object.values(people))
      await cast.run(
        { type: 'channel.grant', channel: NEXT, to: { kind: 'operator', id }, level: 'participant' },
        cast.root.actor,
      )
    expect(await cast.run({ type: 'label.make', label: LABEL, kind: 'tag', name: 'Crack', tint: 1 }, cast.ann.actor)).toEqual({
      ok: true,
    })
  })
  afterAll(() => site.close())

  test.for(TABLE)('[CH201][C16] $label', async ({ label, cells }) => {
    const heard = Object.entries(people).map(async ([name, { actor, id }]) => {
      const outcome = await cast.run(await commandOf(label, id), actor)
      const { refused } = { refused: 'ok', ...outcome }
      return [name, SAYS[refused] ?? refused]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test.for(ROUTES)('[CH201][AU4] GET $label', async ({ label, cells }) => {
    const [, kind = ''] = /\/conversations\/(\w+)/.exec(label) ?? []
    const path = kind === '' ? label : label.replace(kind, await ofKind(kind))
    const heard = Object.entries(people).map(async ([name, { headers }]) => {
      const { status } = await fetch(`${site.url}${path}?before=9`, { headers })
      return [name, String(status)]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test.for(TOPICS)('[CH201][AU6] $label', async ({ label, cells }) => {
    const [kind, of = ''] = label.split(':')
    const topic = (kind === 'channel' ? label : `conversation:${await ofKind(of)}`) as Topic // as the table writes them
    const heard = Object.entries(people).map(async ([name, { headers }]) => {
      const socket = await openRawSocket(site.url, { headers })
      socket.say(operatorHello({ watch: [{ topic, position: null }] }))
      const answer = await present(() => {
        const has = (type: 'gone' | 'caught-up') => socket.heard(type).some((frame) => frame.topic === topic)
        return has('gone') ? 'gone' : has('caught-up') && 'heard'
      })
      socket.leave()
      return [name, answer]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  async function ofKind(kind: string): Promise<ConversationId> {
    if (kind === 'unknown') return newId<ConversationId>()
    const line = newId<LineId>()
    const conversation = await begun(await cast.newVisitor(), { channel: kind === 'foreign' ? OTHER : MAIN, line })
    const { actor } = kind === 'foreign' ? cast.olaf : cast.ann
    expect(await cast.run({ type: 'conversation.accept', conversation }, actor)).toEqual({ ok: true })
    if (kind === 'closed') await cast.run({ type: 'conversation.close', conversation }, actor)
    if (kind === 'wanted') await cast.run({ type: 'status.set', conversation, status: 'help' }, actor)
    return conversation
  }

  async function commandOf(label: string, operator: OperatorId): Promise<AnyCommand> {
    const [type = '', , state = type] = label.split(' ')
    const victor = await cast.newVisitor()
    const line = newId<LineId>()
    if (label.endsWith('unknown')) return command(type, { conversation: newId<ConversationId>(), line, victor, ann: cast.ann.id })
    const isForeign = label.endsWith('foreign')
    const conversation = await begun(victor, { channel: isForeign ? OTHER : MAIN, line })
    if (!WAITING.includes(type) && !isForeign) await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
    if (state === 'offered')
      await cast.run(
        { type: 'conversation.offer', conversation, channel: MAIN, ranked: [operator], forMs: 60_000 },
        system('routing'),
      )
    if (state === 'wanted') await cast.run({ type: 'status.set', conversation, status: 'help' }, cast.ann.actor)
    if (state === 'closed') await cast.run({ type: 'conversation.close', conversation }, system('conversations'))
    return command(type, { conversation, line, victor, ann: cast.ann.id })
  }

  async function begun(victor: VisitorCaller, { channel, line }: { channel: ChannelId; line: LineId }) {
    const conversation = newId<ConversationId>()
    const opening = { type: 'conversation.open', channel, conversation, line, text: 'Hello', introduction: {} } as const
    expect(await cast.run(opening, victor.actor)).toMatchObject({ ok: true })
    return conversation
  }
})

type Named = { conversation: ConversationId; line: LineId; victor: VisitorCaller; ann: OperatorId }

function command(type: string, { conversation, line, victor, ann }: Named): AnyCommand {
  switch (type) {
    case 'message.send':
    case 'note.write':
      return { type, conversation, line: newId<LineId>(), text: 'Well?' }
    case 'read.mark':
      return { type, conversation, line }
    case 'visitor.edit':
      return { type, visitor: victor.id, set: { phone: '12 34' }, was: {} }
    case 'conversation.close':
    case 'conversation.accept':
    case 'conversation.reopen':
      return { type, conversation }
    case 'conversation.decline':
    case 'help.join':
      return { type, conversation }
    case 'conversation.move':
      return { type, conversation, channel: NEXT }
    case 'conversation.assign':
      return { type, conversation, operator: ann }
    case 'status.set':
      return { type, conversation, status: 'help' }
    case 'conversation.label':
    case 'conversation.unlabel':
      return { type, conversation, label: LABEL }
    default:
      throw new Error(`no row for ${type}`)
  }
}
