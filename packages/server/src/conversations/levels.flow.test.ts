// What each level may do in conversations: of one's own channel, of another, that have ended, that nobody has.
import type { ChannelId, ConversationId, LabelId, LineId, OperatorId } from '@portico/protocol/ids'
import { LEVELS } from '@portico/protocol/level-order'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type OperatorCaller, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
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

  async function commandOf(label: string, operator: OperatorId): Promise<AnyCommand> {
    const [type = '', , state = type] = label.split(' ')
    const victor = await cast.newVisitor()
    const line = newId<LineId>()
    if (label.endsWith('unknown')) return command(type, { conversation: newId<ConversationId>(), line, victor, ann: cast.ann.id })
    const isForeign = label.endsWith('foreign')
    const conversation = await begun(victor, { channel: isForeign ? OTHER : MAIN, line })
    if (!WAITING.includes(type) && !isForeign) await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
    if (state === 'offered')
      await cast.run({ type: 'conversation.offer', conversation, ranked: [operator], forMs: 60_000 }, system('routing'))
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
