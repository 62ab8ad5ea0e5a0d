#!/usr/bin/env node
// A visitor's side of a conversation, in a terminal. Written from ../protocol.md alone, with nothing but Node (22 or later).
import { randomBytes, randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { openConnection } from './connection.mjs'
import { openOutbox } from './outbox.mjs'
import { openTopics } from './topics.mjs'
import { TRANSPORTS } from './transports.mjs'

const HELP = `node client.mjs [options] https://chat.example.org

  --over socket|stream|poll   the way to the server (socket)
  --channel main              where the conversation goes (main)
  --name Vera                 who writes
  --token …                   who was here before; without it somebody new

Each line of input is a message. /close, or the end of input, ends the conversation.
Printed are lines of the conversation, those of one's own with a > once they are committed, and with a * whatever else happens.
`
const VERSION = 4
const COMMANDS_PER_REQUEST_MAX = 50

const { values, positionals } = parseArgs({
  options: {
    over: { type: 'string', default: 'socket' },
    channel: { type: 'string', default: 'main' },
    name: { type: 'string' },
    token: { type: 'string', default: randomBytes(32).toString('base64url') },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
})
const { over, channel, name, token } = values
const origin = positionals[0]?.replace(/\/$/, '')
if (values.help || !origin || !TRANSPORTS[over]) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}

const tab = randomUUID()
const printed = new Set()
/** The conversation that is open, or being opened. */
let conversation
let readTo

const topics = openTopics({
  ask: (frame) => connection.isOnline() && connection.say(frame),
  changed: show,
  told: (what) => tell(`* ${what}`),
})
const outbox = openOutbox({
  atOnceMax: over === 'socket' ? 1 : COMMANDS_PER_REQUEST_MAX,
  isOnline: () => connection?.isOnline() ?? false,
  send: (commands) => connection.send(commands),
  answered,
})
const connection = openConnection({
  over,
  origin,
  token,
  hello: (promptly) => ({
    type: 'hello',
    version: VERSION,
    as: { kind: 'visitor', token, channel },
    ...topics.cursors(promptly),
    tab,
  }),
  heard,
  isBusy: () => !outbox.isEmpty(),
  lost: ({ code, waitMs }) => {
    outbox.stop()
    tell(`* lost (${code}), again in ${Math.round(waitMs)} ms`)
  },
  ended: (code) => leave(`* ended (${code})`, 1),
})
createInterface({ input: process.stdin }).on('line', typed).on('close', close)

function heard(frame, begins) {
  switch (frame.type) {
    case 'welcome':
      topics.welcomed(frame)
      if (!begins) return undefined
      tell(`* online over ${over}`)
      return outbox.begin(frame)
    case 'reply':
      return outbox.reply(frame)
    case 'fleeting':
      return frame.fleeting.type === 'typing' && tell(`* ${frame.fleeting.who.name ?? 'somebody'} is typing`)
    case 'error':
      return tell(`* not understood: ${frame.code} ${frame.detail}`)
    default:
      return topics.take(frame)
  }
}

function typed(text) {
  if (text === '/close') return close()
  if (text.trim() === '') return
  const line = randomUUID()
  if (conversation) outbox.put({ type: 'message.send', conversation, line, text })
  else {
    conversation = randomUUID()
    outbox.put({ type: 'conversation.open', conversation, channel, line, text, introduction: { name } })
  }
  connection.use()
}

function close() {
  if (!conversation) return leave('* nothing to close', 0)
  outbox.put({ type: 'conversation.close', conversation })
  connection.use()
}

function answered(command, outcome) {
  if (!outcome.ok) tell(`* refused: ${command.type} ${outcome.refused} ${outcome.detail ?? ''}`)
  else if (command.text !== undefined) tell(`> ${command.text}`)
  if (command.type === 'conversation.open' && outcome.ok) conversation = outcome.conversation
  if (command.type === 'conversation.close') leave('* closed', outcome.ok ? 0 : 1)
}

/** A view has changed. */
function show(topic, view) {
  if (topic.startsWith('visitor:')) {
    const own = view.conversations.find((one) => one.channel === channel)
    if (own?.state === 'open') conversation = own.conversation
    if (own?.state === 'closed' && own.conversation === conversation) conversation = undefined
  }
  if (!topic.startsWith('chat:')) return
  for (const line of view.lines) {
    if (printed.has(line.id)) continue
    printed.add(line.id)
    if (line.author.kind === 'operator')
      tell(line.body.text ? `${line.author.name}: ${line.body.text}` : `* ${line.author.name} ${line.body.notice}`)
  }
  const unread = view.lines.findLast(({ author, body }) => author.kind === 'operator' && body.kind === 'message')
  if (!unread || unread.id === readTo) return
  readTo = unread.id
  outbox.put({ type: 'read.mark', conversation: view.id, line: unread.id })
}

function leave(why, code) {
  tell(why)
  connection.close()
  process.exit(code)
}

function tell(text) {
  process.stdout.write(`${text}\n`)
}
