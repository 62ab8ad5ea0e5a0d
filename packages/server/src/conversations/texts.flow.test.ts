// Texts come back as they were sent, byte for byte: over the live connection, in a snapshot and by the page.
import type { ChatLine, ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { ServerFrame } from '@portico/protocol/session'
import { openCast, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../platform/must.ts'

const TEXTS: readonly [what: string, text: string][] = [
  ['markup', `<script>alert("1")</script> <b onclick='x'>&amp;</b> javascript:alert(1)`],
  ['what databases would take for theirs', `'; drop table line; -- " \\ % _ $1 ?1 \${x} {{x}}`],
  ['what JSON would take for its own', '"},{"type":"row.removed"} \\u0000 \\" \u2028\u2029 \b\f\v\u0001\u001f\u007f'],
  ['white space at the ends', '  two before, one after \n'],
  ['line ends of all kinds', 'a\nb\r\nc\rd\te'],
  ['overrides of direction', '\u202eexe.gpj\u202c \u2066left\u2069 \u200frtl \u061c'],
  ['what nobody can see around a letter', '\u200b\u200ca\u200d\u2060\ufeff'],
  ['combining marks', `Z${'\u0351\u036b\u0343\u036a'.repeat(1900)}`],
  ['emoji of many parts', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏿 🇫🇷 1️⃣ 🫱🏻‍🫲🏿'],
  ['four bytes a letter', '𠜎𠜱𡿺 𝒳𝓎𝓏 𐍈 \u{10ffff}'],
  ['letters that look the same', 'é e\u0301 Å A\u030a ﬁ ℌ'],
  ['letters of everywhere', 'Grüße, Ωραία, привет, שלום, مرحبا, नमस्ते, 你好, こんにちは, 안녕하세요, ไทย'],
  ['what is no character', '\ufffe\uffff\ufdd0 \ufffd'],
  ['as long as may be', '𝄞'.repeat(8000)],
]

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let vera: VisitorCaller
  let conversation: ConversationId
  let sender: RawSocket
  let ann: RawSocket

  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    vera = await cast.newVisitor()
    conversation = newId<ConversationId>()
    sender = await enter(vera)
    await say({ type: 'conversation.open', conversation, channel: MAIN, line: newId(), text: 'Hi', introduction: {} })
    ann = await openRawSocket(site.url, { headers: cast.ann.headers })
    ann.say(operatorHello({ watch: [{ topic: `conversation:${conversation}`, position: null }] }))
    await present(() => ann.heard('caught-up').some(({ topic }) => topic === `conversation:${conversation}`))
  })
  afterAll(() => closeSound(site))

  test.for(TEXTS)('[CV20][H7] a message of %s is kept as it is', async ([, text]) => {
    const line = newId()
    await say({ type: 'message.send', conversation, line, text })
    await present(() => entriesOf(ann.frames()).some((entry) => entry.id === line))
    expect(textIn(entriesOf(ann.frames()), line)).toBe(text)
    const page = await fetch(`${site.url}/api/chats/${conversation}/lines?limit=1`, { headers: vera.headers })
    expect(textIn(((await page.json()) as { lines: ChatLine[] }).lines, line)).toBe(text) // the route's answer
  })

  test('[CV20] the snapshot says the same', async () => {
    const again = await enter(vera)
    await present(() => again.heard('snapshot-end').some(({ topic }) => topic === `chat:${conversation}`))
    const parts = again.heard('snapshot').flatMap(({ topic, part }) => (topic === `chat:${conversation}` ? [part] : []))
    expect(parts.every((part) => part.isWellFormed())).toBe(true)
    const { lines } = JSON.parse(parts.join('')) as { lines: ChatLine[] } // a ChatView
    expect(lines.map(textOf)).toEqual(['Hi', ...TEXTS.map(([, text]) => text)])
    again.leave()
  })

  test('[CV21] names, pages and the site’s own words are kept too, but for white space around a name', async () => {
    const name = '\u202eaiV \u200b<b>👩‍👧</b> "\'\\'
    const page = { url: 'https://shop.example/ü?q=<script>&é=𝄞', title: '‮Tëa </title> & "more"' }
    const victor = await cast.newVisitor()
    const socket = await enter(victor)
    const opening = { type: 'conversation.open', conversation: newId(), channel: MAIN, line: newId(), text: 'Hi' }
    await say({ ...opening, introduction: { name: ` ${name} `, page, locale: 'fr' } }, socket)
    const row = await present(() =>
      ann
        .heard('entries')
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.type === 'row.added' && event.row.id === opening.conversation ? [event.row] : []))
        .at(0),
    )
    expect(row).toMatchObject({ visitor: { name, locale: 'fr' }, page })
    socket.leave()
  })

  async function enter({ headers, as }: VisitorCaller): Promise<RawSocket> {
    const socket = await openRawSocket(site.url, { headers })
    socket.say(visitorHello(as.kind === 'visitor' ? as.token : ''))
    await socket.hears('welcome')
    return socket
  }

  async function say(command: object, socket = sender): Promise<void> {
    const id = newId(site.clock.now())
    socket.say({ type: 'command', id, command })
    const { outcome } = await present(() => socket.heard('reply').find((reply) => reply.id === id))
    expect(outcome).toMatchObject({ ok: true })
  }
})

const entriesOf = (frames: readonly ServerFrame[]) =>
  frames
    .flatMap((frame) => (frame.type === 'entries' ? frame.events : []))
    .flatMap((event) => (event.type === 'line.added' ? [event.line] : []))

const textOf = ({ body }: Pick<ConversationLine, 'body'>) => ('text' in body ? body.text : '')
const textIn = (lines: readonly Pick<ConversationLine, 'id' | 'body'>[], id: string) =>
  textOf(must(lines.find((line) => line.id === id)))
