// What each level may do in conversations: of one's own channel, of another, that have ended, that nobody has.
import type { ChannelId, ConversationId, LineId } from '@portico/protocol/ids'
import { LEVELS } from '@portico/protocol/level-order'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type OperatorCaller, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { openSite, OTHER, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyCommand } from '../platform/capability.ts'
import { rowsOf } from '../testing-table.ts'

const TABLE = rowsOf(`
                               nobody  observer  participant  owner
message.send                   none    none      ok           ok
note.write                     none    none      ok           ok
conversation.close             none    none      ok           ok
read.mark                      none    none      ok           ok
visitor.edit                   none    none      ok           ok
conversation.accept            none    none      no           ok
conversation.reopen of active  none    none      no           taken
conversation.reopen of closed  none    none      no           ok
conversation.accept of closed  none    none      no           closed
message.send of closed         none    none      closed       closed
message.send of foreign        none    none      none         none
conversation.accept foreign    none    none      none         none
message.send of unknown        none    none      none         none
conversation.accept unknown    none    none      none         none
`)
const SAYS: Record<string, string> = { forbidden: 'no', 'not-found': 'none' }

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  const people: Record<string, OperatorCaller> = {}
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    people['nobody'] = await cast.newOperator('Nora', 'operator', [])
    for (const level of LEVELS) {
      const paul = await cast.newOperator(`Paul ${level}`, 'operator', [])
      const to = { kind: 'operator', id: paul.id } as const
      expect(await cast.run({ type: 'channel.grant', channel: MAIN, to, level }, cast.root.actor)).toEqual({ ok: true })
      people[level] = paul
    }
  })
  afterAll(() => site.close())

  test.for(TABLE)('[CH201][C16] $label', async ({ label, cells }) => {
    const heard = Object.entries(people).map(async ([name, { actor }]) => {
      const outcome = await cast.run(await commandOf(label), actor)
      const { refused } = { refused: 'ok', ...outcome }
      return [name, SAYS[refused] ?? refused]
    })
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  async function commandOf(label: string): Promise<AnyCommand> {
    const [type = '', , state = type] = label.split(' ')
    const victor = await cast.newVisitor()
    const line = newId<LineId>()
    if (label.endsWith('unknown')) return command(type, { conversation: newId<ConversationId>(), line, victor })
    const conversation = await begun(victor, { channel: label.endsWith('foreign') ? OTHER : MAIN, line })
    const isWaiting = type === 'conversation.accept'
    if (!isWaiting && !label.endsWith('foreign')) await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
    if (state === 'closed') await cast.run({ type: 'conversation.close', conversation }, cast.ann.actor)
    return command(type, { conversation, line, victor })
  }

  async function begun(victor: VisitorCaller, { channel, line }: { channel: ChannelId; line: LineId }) {
    const conversation = newId<ConversationId>()
    const opening = { type: 'conversation.open', channel, conversation, line, text: 'Hello', introduction: {} } as const
    expect(await cast.run(opening, victor.actor)).toMatchObject({ ok: true })
    return conversation
  }
})

type Named = { conversation: ConversationId; line: LineId; victor: VisitorCaller }

function command(type: string, { conversation, line, victor }: Named): AnyCommand {
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
    default:
      throw new Error(`no row for ${type}`)
  }
}
