// npm run bench: measures what Portico costs and prints one JSON object per measure on stdout, progress on stderr.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as abuse from './abuse.ts'
import * as cpu from './cpu.ts'
import * as desk from './desk.ts'
import * as estimate from './estimate.ts'
import * as fanOut from './fan-out.ts'
import * as idleSockets from './idle-sockets.ts'
import * as longRun from './long-run.ts'
import { machine } from './machine.ts'
import type { Bench, Surroundings } from './measure.ts'
import * as messages from './messages.ts'
import * as nodes from './nodes.ts'
import * as positionCheck from './position-check.ts'
import * as reactions from './reactions.ts'
import * as routing from './routing.ts'
import * as search from './search.ts'
import * as slowDisk from './slow-disk.ts'
import * as start from './start.ts'
import * as statistics from './statistics.ts'
import * as widget from './widget.ts'

const INTERRUPTED = 130

const BENCHES: Readonly<Record<string, { run: Bench; what: string }>> = {
  messages: { run: messages.run, what: 'durable messages a second and the time to ack and delivery, beside a bare server' },
  nodes: {
    run: nodes.run,
    what: 'delivery across three nodes: by Redis, by PostgreSQL alone, and with Redis killed in the middle',
  },
  cpu: { run: cpu.run, what: 'CPU time of the server for a message, beside a bare server, on each database' },
  abuse: { run: abuse.run, what: 'acks, memory and newcomers while one address does its worst, attack by attack' },
  reactions: { run: reactions.run, what: 'reactions a second beside commands a second, on each database' },
  'position-check': { run: positionCheck.run, what: 'event loop of a position check among a million topics, on each database' },
  routing: { run: routing.run, what: 'whether a simulated desk gives every conversation in turn, and tells true waits' },
  search: { run: search.run, what: 'finding what was said among a million conversations, on each database' },
  desk: {
    run: desk.run,
    what: 'what Home and Inbox draw in Chromium while 600 conversations move, beside a bare page',
  },
  'slow-disk': { run: slowDisk.run, what: 'event loop, heartbeats and acks while every fsync takes 200 ms longer' },
  'fan-out': { run: fanOut.run, what: 'one entry, and ten at once, to 1,000 subscribers, beside bare ws' },
  'idle-sockets': { run: idleSockets.run, what: 'memory of 10,000 connected visitors who do nothing' },
  'long-run': { run: longRun.run, what: 'event loop and memory over ten minutes with a million conversations behind them' },
  start: { run: start.run, what: 'from npm start to the first page, and what the idle server occupies' },
  estimate: {
    run: estimate.run,
    what: 'whether waits end inside the interval that was told, on queues of many kinds, and what telling costs',
  },
  widget: { run: widget.run, what: 'bytes and requests on a host page, before and after the click' },
  statistics: { run: statistics.run, what: 'whether verdicts of experiments are right, over thousands of simulated ones' },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    conversations: { type: 'string' },
  },
})
if (values.help) help()
else await main()

async function main(): Promise<void> {
  const unknown = positionals.filter((name) => !(name in BENCHES))
  const seed = Number(values.seed)
  if (unknown.length > 0)
    return fail(`no benchmark is called ${unknown.join(', ')}; known are ${Object.keys(BENCHES).join(', ')}`)
  if (!Number.isSafeInteger(seed)) return fail(`--seed is ${values.seed}, expected a whole number`)

  const conversations = Number(values.conversations ?? 1)
  if (!Number.isSafeInteger(conversations) || conversations < 1)
    return fail(`--conversations is ${values.conversations}, expected a whole number`)
  const fewer = values.conversations === undefined ? {} : { conversations }

  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort(new Error('interrupted')))
  const results: object[] = []
  try {
    for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
      results.push(...(await runOne(name, { seed, signal: interrupt.signal, ...fewer })))
    }
  } catch (error) {
    if (!interrupt.signal.aborted) throw error
    process.stderr.write('interrupted; what was measured until then stands above\n')
    process.exitCode = INTERRUPTED
  }
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(results, undefined, 2)}\n`)
}

async function runOne(name: string, { signal, ...given }: Omit<Surroundings, 'progress'>): Promise<object[]> {
  const progress = (text: string) => {
    signal.throwIfAborted()
    process.stderr.write(`${name}: ${text}\n`)
  }
  const at = machine()
  const measures = (await BENCHES[name]?.run({ ...given, progress, signal })) ?? []
  const results = measures.map((measure) => ({ ...measure, at }))
  for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`)
  return results
}

function fail(why: string): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}

function help(): void {
  process.stdout.write('npm run bench [-- <name> …] [--out <file>] [--seed <number>] [--conversations <number>]\n\n')
  for (const [name, { what }] of Object.entries(BENCHES)) process.stdout.write(`  ${name.padEnd(14)} ${what}\n`)
}
