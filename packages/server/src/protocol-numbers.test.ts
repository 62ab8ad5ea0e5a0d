// The numbers of docs/protocol.md against the constants they tell of.
import { readFileSync } from 'node:fs'
import * as told from '@portico/protocol/limits'
import { expect, test } from 'vitest'
import * as wire from './platform/wire/limits.ts'
import type { Limit } from './platform/wire/limit-hits.ts'
import { tablesOf } from './testing-document.ts'

const DOCUMENT = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8')
const KIB = 1024
const count = (n: number) => n.toLocaleString('en')
const bytes = (n: number) => (n >= KIB * KIB ? `${n / KIB / KIB} MiB` : `${n / KIB} KiB`)
const seconds = (ms: number) => `${ms / 1000} s`

type Budget = { count: { burst: number; perSecond: number }; bytes: { burst: number; perSecond: number } }
const budget = ({ count: frames, bytes: weight }: Budget) => [
  count(frames.burst),
  bytes(weight.burst),
  `${frames.perSecond} and ${bytes(weight.perSecond)} a second`,
]

const NUMBERS: Partial<Record<Limit, readonly string[]>> = {
  'frame-bytes': [bytes(told.FRAME_BYTES_MAX)],
  'body-bytes': [bytes(told.FRAME_BYTES_MAX)],
  'file-bytes': [bytes(told.FILE_BYTES_MAX)],
  'bad-frames': [count(wire.BAD_FRAMES_MAX)],
  'hello-late': [seconds(wire.HELLO_MS)],
  'pong-late': [seconds(wire.PONG_MS)],
  'frames-of-connection': budget(wire.OF_CONNECTION),
  'frames-of-visitor': budget(wire.OF_VISITOR),
  'frames-of-operator': budget(wire.OF_OPERATOR),
  'frames-of-address': budget(wire.OF_ADDRESS),
  'frames-unread': [count(wire.UNREAD_FRAMES_MAX)],
  'requests-held': [count(wire.HELD_PER_PREFIX)],
  'look-ups': [count(wire.LOOK_UPS.burst), `${wire.LOOK_UPS.perMs * 1000} a second`],
  connects: [
    count(wire.CONNECTS.burst),
    `${wire.CONNECTS.perMs * 1000} a second`,
    `over ${count(wire.CONNECTS_HELD_PER_PREFIX)}`,
  ],
  'connections-at-once': [count(wire.CONNECTIONS_PER_PREFIX)],
  'connections-idle': [count(wire.IDLE_CONNECTIONS_PER_PREFIX)],
  'connections-of-address': [count(wire.SOCKETS_PER_PREFIX)],
  'connections-without-hello': [`${wire.SOCKETS_WITHOUT_HELLO_PER_PREFIX}; ${count(wire.SOCKETS_WITHOUT_HELLO)}`],
  'connections-begun': [`${wire.BEGUN_BY_PERSON.burst} at once, ${wire.BEGUN_BY_PERSON.perMs * 1000} a second`],
  'connections-of-person': [`${wire.SOCKETS_PER_VISITOR}; ${wire.SOCKETS_PER_OPERATOR}`],
  'new-visitors': [`${wire.FRESH_CONNECTS_PER_MINUTE} a minute`, `${wire.PAID_CONNECTS_PER_MINUTE} more`],
  watched: [count(wire.WATCHED_MAX)],
  'commands-waiting': [count(wire.COMMANDS_WAITING_MAX)],
  commands: [
    `${wire.COMMANDS_BURST} at once, ${wire.COMMANDS_PER_SECOND} a second`,
    `${wire.OPERATOR_COMMANDS_BURST} and ${wire.OPERATOR_COMMANDS_PER_SECOND}`,
  ],
  messages: [`${wire.MESSAGES_BURST} at once`, `${wire.MESSAGES_PER_MINUTE} a minute`],
  conversations: [`${wire.OPENINGS_PER_HOUR} begun an hour`, `${wire.PAID_OPENINGS_PER_HOUR} more`],
  typing: [seconds(wire.TYPING_MS)],
  'send-queue': [bytes(wire.QUEUED_BYTES_MAX), `${wire.QUEUED_ENTRIES_MAX} entries`, bytes(wire.FLEETING_BYTES_MAX)],
  'no-progress': [seconds(wire.NO_PROGRESS_MS)],
  'node-queue': [bytes(wire.NODE_QUEUED_BYTES_MAX)],
}

const rows = tablesOf(DOCUMENT).flatMap((table) => (table.first === 'limit' ? table.rows : []))

test.for(Object.entries(NUMBERS))('[PV3] the limit %s is as much as the code says', ([limit, numbers]) => {
  const row = rows.find(({ name }) => name === limit)?.cells.join(' ') ?? ''
  for (const number of numbers) expect(row).toContain(number)
})

test('[PV3] so are the lengths of texts and lists, and the times of the server', () => {
  for (const phrase of [
    `text: said(${told.MESSAGE_CODE_POINTS_MAX})`,
    `name: said(${told.NAME_CODE_POINTS_MAX})`,
    `email: text(${told.EMAIL_CODE_POINTS_MAX})`,
    `url: text(${told.URL_CODE_POINTS_MAX})`,
    `excerpt: text(${told.EXCERPT_CODE_POINTS_MAX + 1})`,
    `text: text(${told.DRAFT_CODE_POINTS_MAX})`,
    `at most ${told.CURSORS_MAX} cursors`,
    `at most ${told.COMMANDS_PER_REQUEST_MAX} each`,
    `the newest ${told.SNAPSHOT_LINES} lines`,
    `say it every ${seconds(told.TYPING_INTERVAL_MS)}`,
    `more than ${count(wire.BEHIND_MAX)} entries behind`,
    `\`ping\` every ${seconds(wire.PING_MS)}`,
    `ends each stream after ${seconds(wire.STREAM_MS)}`,
    `else after ${seconds(wire.POLL_MS)}`,
    `An answer ends after ${bytes(wire.POLL_BYTES)}`,
    `${bytes(wire.STREAM_PRELUDE_BYTES)} of comment`,
    `Up to ${wire.EARLY_MAX} frames may follow`,
    `zero bits (${wire.CHALLENGE_BITS}:`,
    `${seconds(wire.HEADERS_MS)}; ${seconds(wire.REQUEST_MS)}; ${seconds(wire.KEEP_ALIVE_MS)}`,
  ])
    expect(DOCUMENT).toContain(phrase)
})
