// Who may listen to which topic, by asking for it in the hello, by asking later, and by sending something fleeting into it.
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { configure } from '@portico/testkit/configure'
import { openCast, type Caller, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello } from '@portico/testkit/raw-socket'
import { openSite, post, type Site } from '@portico/testkit/site'
import { must } from './platform/must.ts'
import { allOf, merged } from './testing-matrix.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

// Own topics are heard without asking, and so are asked for here too.
const TOPICS = allOf('topics')
const FLEETING = allOf('fleeting')
const topicOf = merged('topicOf')

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let victor: VisitorCaller
  let stella: VisitorCaller
  let conversation: ConversationId

  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    victor = await cast.newVisitor()
    stella = await cast.newVisitor()
    conversation = newId<ConversationId>()
    const line = newId<LineId>()
    await configure((command) => cast.run(command, cast.root.actor), {
      ...site,
      channel: MAIN,
      changes: { previewsTyping: true },
    })
    await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, victor.actor)
    await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
  })
  afterAll(() => site.close())

  test.for(TOPICS)('[AU6][H8] $label: only for whom it is', async ({ label, cells }) => {
    const topic = must(topicOf[label])({ cast, victor, conversation })
    const heard = Object.keys(cells).map(async (name) => [name, await listen(name, topic)])
    expect(Object.fromEntries(await Promise.all(heard))).toEqual(cells)
    expect(site.faults).toEqual([])
  })

  test.for(FLEETING)('[AU7] $label: only from those who take part', async ({ label, cells }) => {
    const hearer = label.endsWith('operators') ? await enter('bob') : await enter('victor')
    const topic: Topic = label.endsWith('operators') ? `conversation:${conversation}` : `chat:${conversation}`
    if (label.endsWith('operators')) hearer.say({ type: 'watch', topic, position: null })
    await hearer.hears('caught-up', label.endsWith('operators') ? 4 : 3)
    await site.clock.move(3000)
    for (const [i, name] of Object.keys(cells).entries()) {
      const before = hearer.heard('fleeting').length
      const box = label.includes('note') ? 'note' : 'reply'
      const sent = label.startsWith('draft')
        ? { type: 'draft', conversation, text: 'Could' }
        : label.startsWith('looking')
          ? { type: 'looking', conversation, looks: true }
          : { type: 'typing', conversation, box }
      // Answered when it has been passed on, or not.
      const { status } = await post(site, '/commands', { commands: [], fleeting: [sent] }, callerOf(name).headers)
      expect(status).toBe(200)
      hearer.say({ type: 'ping', nonce: name })
      await hearer.hears('pong', i + 1)
      const heard = hearer.heard('fleeting').slice(before)
      expect([name, heard.length > 0 ? 'heard' : '–']).toEqual([name, cells[name]])
    }
    hearer.leave()
    expect(site.faults).toEqual([])
  })

  function callerOf(name: string): Caller {
    const { ann, bob, olaf, ada, root } = cast
    return must({ victor, stella, ann, bob, olaf, ada, root }[name])
  }

  async function enter(name: string, watch: Topic[] = []) {
    const { headers, as } = callerOf(name)
    const socket = await openRawSocket(site.url, { headers })
    const asked = watch.map((topic) => ({ topic, position: null }))
    socket.say(as.kind === 'visitor' ? visitorHello(as.token, { watch: asked }) : operatorHello({ watch: asked }))
    await socket.hears('welcome')
    return socket
  }

  /** The answer is the same in the hello and afterwards. */
  async function listen(name: string, topic: Topic): Promise<string> {
    const [greeting, later] = [await enter(name, [topic]), await enter(name)]
    later.say({ type: 'watch', topic, position: null })
    const answers = [greeting, later].map(async (socket) => {
      const answer = await present(() => {
        const gone = socket.heard('gone').some((frame) => frame.topic === topic)
        return gone ? 'gone' : socket.heard('caught-up').some((frame) => frame.topic === topic) && 'heard'
      })
      expect(socket.text().includes(`"snapshot","topic":"${topic}"`)).toBe(answer === 'heard')
      socket.leave()
      return answer
    })
    const [first, second] = await Promise.all(answers)
    expect(second).toBe(first)
    return must(first)
  }
})
